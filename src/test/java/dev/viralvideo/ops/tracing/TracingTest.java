package dev.viralvideo.ops.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.project.Claim;
import dev.viralvideo.project.Stage;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Traces as a collector would get them. */
class TracingTest {
    /** Keeps the spans that have ended. */
    private static final class Spans implements SpanProcessor {
        private final ConcurrentLinkedQueue<ReadableSpan> ended = new ConcurrentLinkedQueue<>();

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {}

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            ended.add(span);
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }

    @Test
    void the_stages_of_a_project_on_two_nodes_are_one_trace_and_another_project_is_another() throws Exception {
        Spans spans = new Spans();
        work(spans, new Claim("p1", Stage.SCRIPT, "node-1", 1, 1, Duration.ofSeconds(30)));
        work(spans, new Claim("p1", Stage.MEDIA, "node-2", 1, 1, Duration.ofSeconds(30)));

        assertThat(spans.ended).hasSizeGreaterThanOrEqualTo(8);
        assertThat(traces(spans)).containsExactly(ProjectTrace.parent("p1").substring(3, 35));

        work(spans, new Claim("p2", Stage.SCRIPT, "node-1", 1, 1, Duration.ofSeconds(30)));
        assertThat(traces(spans)).hasSize(2);
    }

    private static List<String> traces(Spans spans) {
        return spans.ended.stream()
                .map(span -> span.getSpanContext().getTraceId())
                .distinct()
                .toList();
    }

    private static void work(Spans spans, Claim claim) throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext();
                Tracing tracing = Tracing.by(spans, camel)) {
            assertThat(tracing).isNotNull();
            camel.disableJMX();
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("seda:take?waitForTaskToComplete=Always")
                            .setVariable("claim", constant(claim))
                            .setBody(constant(List.of("one", "two")))
                            .to("direct:work");
                    from("direct:work").split(body()).parallelProcessing().to("direct:piece");
                    from("direct:piece").log("done");
                }
            });
            camel.start();
            camel.createProducerTemplate().requestBody("seda:take?waitForTaskToComplete=Always", "a hint");
        }
    }
}
