package dev.viralvideo.ops.bean;

import dev.viralvideo.ops.route.LiveRoutes;
import dev.viralvideo.ops.steering.OperatorChoices;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;

/** The files in {@code routes/}, and what an operator has stopped. */
@ManagedResource(description = "Files of routes, and the routes that an operator has stopped")
public final class RoutesBean {
    private final LiveRoutes routes;
    private final OperatorChoices choices;

    public RoutesBean(LiveRoutes routes, OperatorChoices choices) {
        this.routes = routes;
        this.choices = choices;
    }

    @ManagedAttribute(description = "How many files run")
    public int getFiles() {
        return routes.files();
    }

    @ManagedAttribute(description = "What is wrong with which file")
    public String[] getProblems() {
        return routes.problems().toArray(String[]::new);
    }

    @ManagedAttribute(description = "Stopped by an operator, until they are started again")
    public String[] getStopped() {
        return choices.held().toArray(String[]::new);
    }
}
