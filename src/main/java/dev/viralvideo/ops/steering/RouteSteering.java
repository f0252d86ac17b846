package dev.viralvideo.ops.steering;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.pipeline.StageDesk;
import dev.viralvideo.project.Stage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops and starts single routes as an operator wants them. A stage takes nothing new at once and stops when what it is
 * at has ended, so that no project fails by it.
 */
public final class RouteSteering {
    private static final Logger LOG = LoggerFactory.getLogger(RouteSteering.class);
    /** Groups whose callers do without a route that is stopped. */
    private static final Set<String> SPARED =
            Set.of("intake-edge", "media-provider", "music-provider", "script-writer", "voice");

    private static final String TAKES = "-take";
    private static final long PATIENCE_SECONDS = 2;
    private static final long POLL_NANOS = 50_000_000;

    /** What is done to a route when nothing is under way on it. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    private final CamelContext camel;
    private final StageDesk desk;
    private final OperatorChoices choices;

    public RouteSteering(CamelContext camel, StageDesk desk, OperatorChoices choices) {
        this.camel = camel;
        this.desk = desk;
        this.choices = choices;
    }

    /** @throws Failure.Validation NOT_STEERABLE for a route that others call in the middle of their work */
    public void stop(String routeId) throws Exception {
        hold(routeId, () -> camel.getRouteController().stopRoute(routeId, PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    /** Likewise; the route keeps its connections. */
    public void suspend(String routeId) throws Exception {
        hold(routeId, () -> camel.getRouteController().suspendRoute(routeId, PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    /** Starts or resumes. */
    public void start(String routeId) throws Exception {
        choices.release(routeId);
        stage(routeId).ifPresent(desk::release);
        if (camel.getRouteController().getRouteStatus(routeId).isSuspended()) {
            camel.getRouteController().resumeRoute(routeId);
        } else {
            camel.getRouteController().startRoute(routeId);
        }
        LOG.info("{} was started by an operator", routeId);
    }

    private void hold(String routeId, Action action) throws Exception {
        refuseInner(routeId);
        choices.hold(routeId);
        LOG.info("{} was stopped by an operator and stays so until it is started", routeId);
        Optional<Stage> stage = stage(routeId);
        if (stage.isPresent()) {
            desk.hold(stage.get());
            whenIdle(routeId, () -> {
                if (choices.holds(routeId)) {
                    action.run();
                }
            });
        } else {
            action.run();
        }
    }

    /** Starts a stage again with another number of workers, when what it is at has ended. */
    void restart(Stage stage, Action between) throws Exception {
        String routeId = stage.name().toLowerCase(Locale.ROOT) + TAKES;
        desk.hold(stage);
        whenIdle(routeId, () -> {
            boolean runs = camel.getRouteController().getRouteStatus(routeId).isStarted();
            if (runs) {
                camel.getRouteController().stopRoute(routeId, PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            between.run();
            if (runs && !choices.holds(routeId)) {
                desk.release(stage);
                camel.getRouteController().startRoute(routeId);
            }
        });
    }

    /** Whoever calls a stopped route in the middle of a project would wait for it and then fail. */
    private void refuseInner(String routeId) {
        Route route = camel.getRoute(routeId);
        boolean called = route.getEndpoint().getEndpointUri().startsWith("direct:");
        // a route without a group is none of the pipeline's
        boolean spared = route.getGroup() == null || SPARED.contains(route.getGroup());
        if (called && !spared) {
            throw new Failure.Validation(
                    "NOT_STEERABLE",
                    routeId + " is called in the middle of the work of its stage; stop the route that takes the work"
                            + " in, such as "
                            + takesWork(route.getGroup()));
        }
    }

    /** The groups of stages have such a route; the others are called by all of them. */
    private static String takesWork(String group) {
        boolean stage = Arrays.stream(Stage.values())
                .anyMatch(one -> one.name().toLowerCase(Locale.ROOT).equals(group));
        return (stage ? group : "video") + TAKES;
    }

    private static Optional<Stage> stage(String routeId) {
        if (!routeId.endsWith(TAKES)) {
            return Optional.empty();
        }
        String name = routeId.substring(0, routeId.length() - TAKES.length()).toUpperCase(Locale.ROOT);
        return Optional.of(Stage.valueOf(name));
    }

    /** At once when nothing is under way. */
    private void whenIdle(String routeId, Action action) throws Exception {
        if (isIdle(routeId)) {
            action.run();
            return;
        }
        Thread waiting = new Thread(() -> waitAndRun(routeId, action), "steer-" + routeId);
        waiting.setDaemon(true);
        waiting.start();
    }

    private void waitAndRun(String routeId, Action action) {
        while (!isIdle(routeId) && !camel.isStopping()) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        try {
            action.run();
        } catch (Exception e) {
            LOG.error("{} could not be stopped", routeId, e);
        }
    }

    private boolean isIdle(String routeId) {
        return camel.getInflightRepository().size(routeId) == 0;
    }
}
