package dev.viralvideo.ops.tracing;

import dev.viralvideo.project.Claim;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Makes the stages of a project one trace, whichever queue, node or retry they come by: the trace's id is made from the
 * project's. Messages cannot carry it, because they are only hints, and a worker takes the most urgent project.
 */
final class ProjectTrace implements InterceptStrategy {
    private static final String HEADER = "traceparent";
    /** Where Camel keeps the span that is open. */
    private static final String ACTIVE = "tracing.activeSpan";

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode step, Processor target, Processor next) {
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                Claim claim = exchange.getVariable("claim", Claim.class);
                if (claim != null && exchange.getProperty(ACTIVE) == null) {
                    exchange.getMessage().setHeader(HEADER, parent(claim.projectId()));
                }
                return super.process(exchange, callback);
            }
        };
    }

    /** As W3C Trace Context has it: version, trace, span, sampled. */
    static String parent(String projectId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(projectId.getBytes(StandardCharsets.UTF_8));
            HexFormat hex = HexFormat.of();
            return "00-" + hex.formatHex(hash, 0, 16) + "-" + hex.formatHex(hash, 16, 24) + "-01";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
