package dev.viralvideo.ops.metrics;

import dev.viralvideo.project.Claim;
import dev.viralvideo.project.LeaseLost;
import dev.viralvideo.project.OutboxEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/** Counts and times what the routes do: stages by their outcome, providers, and what becomes of projects. */
public final class RouteTimes implements RoutePolicyFactory {
    private static final Map<String, String> PROVIDERS =
            Map.of("media-provider", "media", "music-provider", "music", "script-writer", "script", "voice", "voice");
    private static final String TAKES = "-take";
    private static final String PUBLISHES = "event-publish";
    /** From a cached answer to a long render. */
    private static final Duration[] STAGE_STEPS = steps(0.5, 1, 2, 5, 10, 20, 45, 90, 180, 600);

    private static final Duration[] PROVIDER_STEPS = steps(0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 120);
    private static final Set<String> OUTCOMES = Set.of("project.completed", "error.occurred");

    private final MeterRegistry meters;

    public RouteTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
        if (routeId.endsWith(TAKES)) {
            return new StageTimes(routeId.substring(0, routeId.length() - TAKES.length()));
        }
        return routeId.equals(PUBLISHES) ? new Outcomes() : new ProviderTimes(routeId);
    }

    private static Duration[] steps(double... seconds) {
        Duration[] steps = new Duration[seconds.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Duration.ofMillis(Math.round(seconds[i] * 1000));
        }
        return steps;
    }

    /** Hints that led to no work are not counted. */
    private final class StageTimes extends RoutePolicySupport {
        private final String stage;

        StageTimes(String stage) {
            this.stage = stage;
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            Claim claim = exchange.getVariable("claim", Claim.class);
            if (claim == null) {
                return;
            }
            Timer.builder("vvg.stage")
                    .description("Work of a stage on one project, by outcome: done, failed or dropped")
                    .tags("stage", stage, "outcome", outcome(exchange))
                    .serviceLevelObjectives(STAGE_STEPS)
                    .register(meters)
                    .record(exchange.getClock().elapsed(), TimeUnit.MILLISECONDS);
            if (claim.attempt() > 1) {
                meters.counter("vvg.retries", "stage", stage).increment();
            }
        }

        private String outcome(Exchange exchange) {
            Throwable problem = exchange.getException() != null
                    ? exchange.getException()
                    : exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
            if (problem == null) {
                return "done";
            }
            return problem instanceof LeaseLost ? "dropped" : "failed";
        }
    }

    /** One call of a provider's route, with all that it waited for and tried. */
    private final class ProviderTimes extends RoutePolicySupport {
        private final String started;
        private final String name;

        ProviderTimes(String routeId) {
            this.started = "vvg.started." + routeId;
            this.name = routeId.substring(routeId.indexOf('-') + 1);
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            if (kind(route) != null) {
                exchange.setProperty(started, System.nanoTime());
            }
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            Long began = exchange.getProperty(started, Long.class);
            if (began == null) {
                return;
            }
            Timer.builder("vvg.provider")
                    .description("One question to a provider's route, by kind and outcome")
                    .tags("provider", name, "kind", kind(route), "outcome", exchange.isFailed() ? "failed" : "done")
                    .serviceLevelObjectives(PROVIDER_STEPS)
                    .register(meters)
                    .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }

        private String kind(Route route) {
            return route.getGroup() == null ? null : PROVIDERS.get(route.getGroup());
        }
    }

    /** Every event of every node passes one node's relay, so the sum over all nodes is right. */
    private final class Outcomes extends RoutePolicySupport {
        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            if (exchange.getMessage().getBody() instanceof OutboxEvent event && OUTCOMES.contains(event.name())) {
                Counter.builder("vvg.projects.ended")
                        .description("Projects that have ended, by outcome")
                        .tag("outcome", outcome(event))
                        .register(meters)
                        .increment();
            }
        }

        private String outcome(OutboxEvent event) {
            if (event.name().equals("project.completed")) {
                return "completed";
            }
            return event.payload().contains("\"CANCELLED\"") ? "cancelled" : "failed";
        }
    }
}
