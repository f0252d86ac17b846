package dev.viralvideo.ops.steering;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.management.mbean.ManagedSuspendableRoute;

/**
 * Camel's managed bean of a route, with stop and start as {@link RouteSteering} does them. It declares no operation of
 * its own: one that is declared twice makes Hawtio doubt every right.
 */
@ManagedResource(description = "A route of the pipeline")
public final class SteeredRoute extends ManagedSuspendableRoute {
    private final RouteSteering steering;

    SteeredRoute(CamelContext camel, Route route, RouteSteering steering) {
        super(camel, route);
        this.steering = steering;
    }

    @Override
    public void start() throws Exception {
        steering.start(getRouteId());
    }

    @Override
    public void stop() throws Exception {
        steering.stop(getRouteId());
    }

    @Override
    public void stop(long timeout) throws Exception {
        stop();
    }

    /** @return whether it was stopped in good order */
    @Override
    public boolean stop(Long timeout, Boolean abort) throws Exception {
        stop();
        return true;
    }

    @Override
    public void suspend() throws Exception {
        steering.suspend(getRouteId());
    }

    @Override
    public void suspend(long timeout) throws Exception {
        suspend();
    }

    @Override
    public void resume() throws Exception {
        start();
    }
}
