package dev.viralvideo.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.project.Claim;
import dev.viralvideo.project.OutboxEvent;
import dev.viralvideo.project.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Whatever is logged in a step says which project, stage, attempt and route it is about. */
class LogContextTest {
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ConcurrentLinkedQueue<Map<String, String>> seen = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void start() throws Exception {
        camel.disableJMX();
        camel.getCamelContextExtension().addInterceptStrategy(new LogContext());
        camel.getRegistry().bind("pool", Executors.newFixedThreadPool(2));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:take")
                        .routeId("media-take")
                        .setVariable("claim", body())
                        .setBody(constant(List.of("one", "two", "three")))
                        .split(body())
                        .parallelProcessing()
                        .executorService("pool")
                        .to("direct:work")
                        .end();
                from("direct:work").routeId("media-work").process(exchange -> seen.add(MDC.getCopyOfContextMap()));
                from("direct:sweep").routeId("project-sweep").process(exchange -> seen.add(MDC.getCopyOfContextMap()));
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void everyStepOfAProjectSaysSoOnEveryThreadAndLeavesNothingBehind() {
        Claim claim = new Claim("p1", Stage.MEDIA, "w", 3, 2, Duration.ofSeconds(30));

        camel.createProducerTemplate().sendBody("direct:take", claim);

        assertThat(seen).hasSize(3).allSatisfy(context -> assertThat(context)
                .containsEntry("project", "p1")
                .containsEntry("stage", "media")
                .containsEntry("attempt", "2")
                .containsEntry("route", "media-work"));
        assertThat(MDC.get("project")).isNull();
    }

    @Test
    void anEventOfAProjectSaysWhichThoughItIsOfNoStage() {
        OutboxEvent event = new OutboxEvent(1, "e1", "p1", "project.created", "{}", Instant.EPOCH);

        camel.createProducerTemplate().sendBody("direct:sweep", event);

        assertThat(seen.element()).containsEntry("project", "p1").doesNotContainKeys("stage", "attempt");
    }

    @Test
    void aStepOfNoProjectHasOnlyItsRoute() {
        camel.createProducerTemplate().sendBody("direct:sweep", "");

        assertThat(seen.element()).containsEntry("route", "project-sweep").doesNotContainKeys("project", "stage");
    }
}
