package dev.viralvideo.pipeline;

import org.apache.camel.builder.RouteBuilder;

/** What keeps a project going: the next stage after each checkpoint, and the end of one that failed. */
public final class ProjectRoutes extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:project-dispatch")
                .routeId("project-dispatch")
                .routeGroup("project")
                .errorHandler(noErrorHandler())
                .description("Sends a hint to the queue of every stage of a project that is ready")
                .setVariable("projectId", body())
                .bean("desk", "readyQueues")
                .split(body())
                .setVariable("queue", body())
                .setBody(variable("projectId"))
                .toD("${variable.queue}");

        from("direct:stage-failed")
                .routeId("project-fail")
                .routeGroup("project")
                .errorHandler(noErrorHandler())
                .description("Keeps the error of a project whose stage failed for good")
                .bean("desk", "failed(${variable.claim}, ${exception})")
                .setBody(constant((Object) null));
    }
}
