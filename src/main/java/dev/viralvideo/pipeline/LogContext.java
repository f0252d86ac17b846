package dev.viralvideo.pipeline;

import dev.viralvideo.project.Claim;
import dev.viralvideo.project.OutboxEvent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.slf4j.MDC;

/**
 * Puts project, stage, attempt and route into the log context round every step of every route, on whatever thread it
 * runs: the claim travels with the exchange.
 */
public final class LogContext implements InterceptStrategy {
    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode step, Processor target, Processor next) {
        String route = CamelContextHelper.getRouteId(step);
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                Map<String, String> before = put(context(route, exchange));
                try {
                    return super.process(exchange, callback);
                } finally {
                    put(before);
                }
            }
        };
    }

    private static Map<String, String> context(String route, Exchange exchange) {
        Map<String, String> context = new HashMap<>();
        context.put("route", route);
        Claim claim = exchange.getVariable("claim", Claim.class);
        context.put("project", claim == null ? projectOf(exchange.getMessage().getBody()) : claim.projectId());
        context.put("stage", claim == null ? null : claim.stage().name().toLowerCase(Locale.ROOT));
        context.put("attempt", claim == null ? null : String.valueOf(claim.attempt()));
        return context;
    }

    /** An event is of a project too, and no longer of a stage. */
    private static String projectOf(Object body) {
        return body instanceof OutboxEvent event ? event.projectId() : null;
    }

    /** Gives back what was there. */
    private static Map<String, String> put(Map<String, String> context) {
        Map<String, String> before = new HashMap<>();
        context.forEach((key, value) -> {
            before.put(key, MDC.get(key));
            if (value == null) {
                MDC.remove(key);
            } else {
                MDC.put(key, value);
            }
        });
        return before;
    }
}
