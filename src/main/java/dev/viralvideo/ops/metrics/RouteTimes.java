package dev.viralvideo.ops.metrics;

import dev.viralvideo.project.Claim;
import dev.viralvideo.project.LeaseLost;
import dev.viralvideo.project.OutboxEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/**
 * Counts and times what the routes do: stages by their outcome, providers, and what becomes of projects. All meters of
 * a route are there from its start, at 0: a counter that appeared with its first event would hide that event from
 * every increase over time.
 */
public final class RouteTimes implements RoutePolicyFactory {
    private static final Map<String, String> PROVIDERS =
            Map.of("media-provider", "media", "music-provider", "music", "script-writer", "script", "voice", "voice");
    private static final String TAKES = "-take";
    private static final String PUBLISHES = "event-publish";
    /** From a cached answer to a long render. */
    private static final Duration[] STAGE_STEPS = steps(0.5, 1, 2, 5, 10, 20, 45, 90, 180, 600);

    private static final Duration[] PROVIDER_STEPS = steps(0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 120);
    private static final Set<String> LAST_EVENTS = Set.of("project.completed", "error.occurred");

    /** Of one exchange. */
    private enum Outcome {
        DONE,
        FAILED,
        DROPPED;

        Tag tag() {
            return Tag.of("outcome", name().toLowerCase(Locale.ROOT));
        }
    }

    private final MeterRegistry meters;

    public RouteTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
        if (routeId.endsWith(TAKES)) {
            return new StageTimes(routeId.substring(0, routeId.length() - TAKES.length()));
        }
        return routeId.equals(PUBLISHES) ? new ProjectEnds() : new ProviderTimes(routeId);
    }

    private static Duration[] steps(double... seconds) {
        Duration[] steps = new Duration[seconds.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Duration.ofMillis(Math.round(seconds[i] * 1000));
        }
        return steps;
    }

    private Map<Outcome, Timer> timers(
            String name, String description, Duration[] steps, Tags tags, Set<Outcome> outcomes) {
        return outcomes.stream().collect(Collectors.toMap(outcome -> outcome, outcome -> Timer.builder(name)
                .description(description)
                .tags(tags.and(outcome.tag()))
                .serviceLevelObjectives(steps)
                .register(meters)));
    }

    /** Hints that led to no work are not counted. */
    private final class StageTimes extends RoutePolicySupport {
        private final Map<Outcome, Timer> times;
        private final Counter retries;

        StageTimes(String stage) {
            this.times = timers(
                    "vvg.stage",
                    "Work of a stage on one project, by outcome: done, failed or dropped",
                    STAGE_STEPS,
                    Tags.of("stage", stage),
                    EnumSet.allOf(Outcome.class));
            this.retries = Counter.builder("vvg.retries")
                    .description("Tries after the first")
                    .tag("stage", stage)
                    .register(meters);
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            Claim claim = exchange.getVariable("claim", Claim.class);
            if (claim == null) {
                return;
            }
            times.get(outcome(exchange)).record(exchange.getClock().elapsed(), TimeUnit.MILLISECONDS);
            if (claim.attempt() > 1) {
                retries.increment();
            }
        }

        private Outcome outcome(Exchange exchange) {
            Throwable problem = exchange.getException() != null
                    ? exchange.getException()
                    : exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
            if (problem == null) {
                return Outcome.DONE;
            }
            return problem instanceof LeaseLost ? Outcome.DROPPED : Outcome.FAILED;
        }
    }

    /** One call of a provider's route, with all that it waited for and tried. */
    private final class ProviderTimes extends RoutePolicySupport {
        private final String started;
        private final String name;
        /** Empty for a route that is not a provider's. */
        private volatile Map<Outcome, Timer> times = Map.of();

        ProviderTimes(String routeId) {
            this.started = "vvg.started." + routeId;
            this.name = routeId.substring(routeId.indexOf('-') + 1);
        }

        @Override
        public void onInit(Route route) {
            super.onInit(route);
            String kind = route.getGroup() == null ? null : PROVIDERS.get(route.getGroup());
            if (kind != null) {
                times = timers(
                        "vvg.provider",
                        "One question to a provider's route, by kind and outcome",
                        PROVIDER_STEPS,
                        Tags.of("provider", name, "kind", kind),
                        EnumSet.of(Outcome.DONE, Outcome.FAILED));
            }
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            if (!times.isEmpty()) {
                exchange.setProperty(started, System.nanoTime());
            }
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            Long began = exchange.getProperty(started, Long.class);
            if (began != null) {
                times.get(exchange.isFailed() ? Outcome.FAILED : Outcome.DONE)
                        .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            }
        }
    }

    /** Every event of every node passes one node's relay, so the sum over all nodes is right. */
    private final class ProjectEnds extends RoutePolicySupport {
        private final Counter completed = ended("completed");
        private final Counter cancelled = ended("cancelled");
        private final Counter failed = ended("failed");

        private Counter ended(String outcome) {
            return Counter.builder("vvg.projects.ended")
                    .description("Projects that have ended, by outcome")
                    .tag("outcome", outcome)
                    .register(meters);
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            if (exchange.getMessage().getBody() instanceof OutboxEvent event && LAST_EVENTS.contains(event.name())) {
                outcome(event).increment();
            }
        }

        private Counter outcome(OutboxEvent event) {
            if (event.name().equals("project.completed")) {
                return completed;
            }
            return event.payload().contains("\"CANCELLED\"") ? cancelled : failed;
        }
    }
}
