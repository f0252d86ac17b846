package dev.viralvideo.ops.steering;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.management.mbean.ManagedSuspendableRoute;

/** Camel's managed bean of a route, with stop and start as {@link RouteSteering} does them. */
@ManagedResource(description = "A route of the pipeline")
public final class SteeredRoute extends ManagedSuspendableRoute {
    private final RouteSteering steering;

    SteeredRoute(CamelContext camel, Route route, RouteSteering steering) {
        super(camel, route);
        this.steering = steering;
    }

    @Override
    @ManagedOperation(description = "Start or resume the route")
    public void start() throws Exception {
        steering.start(getRouteId());
    }

    @Override
    @ManagedOperation(description = "Stop the route; it stays stopped until it is started, also over a restart")
    public void stop() throws Exception {
        steering.stop(getRouteId());
    }

    @Override
    public void stop(long timeout) throws Exception {
        stop();
    }

    @Override
    @ManagedOperation(description = "Suspend the route; it takes nothing until it is resumed, also over a restart")
    public void suspend() throws Exception {
        steering.suspend(getRouteId());
    }

    @Override
    public void suspend(long timeout) throws Exception {
        suspend();
    }

    @Override
    @ManagedOperation(description = "Resume the route")
    public void resume() throws Exception {
        start();
    }
}
