package dev.viralvideo.ops.bean;

import dev.viralvideo.ops.steering.RouteSteering;
import dev.viralvideo.pipeline.IntakeGate;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;

/** All the edges by which topics come in, at once. */
@ManagedResource(description = "The edges by which topics come in")
public final class IntakeBean {
    private static final String EDGES = "intake-edge";

    private final CamelContext camel;
    private final IntakeGate gate;
    private final RouteSteering steering;

    public IntakeBean(CamelContext camel, IntakeGate gate, RouteSteering steering) {
        this.camel = camel;
        this.gate = gate;
        this.steering = steering;
    }

    @ManagedAttribute(description = "Why nothing is taken in now; blank when all is well")
    public String getWaitsFor() {
        return gate.reason().orElse("");
    }

    @ManagedOperation(
            description = "Takes nothing in until it is resumed, also over a restart; files and messages wait")
    public void pause() throws Exception {
        for (String edge : edges()) {
            steering.suspend(edge);
        }
    }

    @ManagedOperation(description = "Takes topics in again")
    public void resume() throws Exception {
        for (String edge : edges()) {
            steering.start(edge);
        }
    }

    private List<String> edges() {
        return camel.getRoutesByGroup(EDGES).stream().map(Route::getId).toList();
    }
}
