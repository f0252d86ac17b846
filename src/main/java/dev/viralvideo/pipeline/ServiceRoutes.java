package dev.viralvideo.pipeline;

import org.apache.camel.builder.RouteBuilder;

/** What only a service does: looking for dropped work, slowing intake down, cleaning up. */
public final class ServiceRoutes extends RouteBuilder {
    @Override
    public void configure() {
        from("timer:project-sweep?period=2000&delay=0&includeMetadata=false")
                .routeId("project-sweep")
                .routeGroup("project")
                .description("Finds work that was dropped, delayed or never hinted at, and hints at it")
                .bean("failureDesk", "tellAgain")
                .bean("sweep", "run")
                .to("direct:project-dispatch");

        from("timer:intake-gate?period=2000&delay=0&includeMetadata=false")
                .routeId("intake-gate")
                .routeGroup("intake")
                .description("Holds intake back while the queue, the memory or the disk is full")
                .bean("intakeGate", "look");

        from("timer:callback-send?period=5000&includeMetadata=false")
                .routeId("callback-send")
                .routeGroup("events")
                .description("Tells the callbacks of requests how their projects ended, several at once")
                .bean("callbacks", "due")
                .split(body())
                .parallelProcessing()
                .executorService("callback-pool")
                .bean("callbacks", "deliver")
                .end();

        from("timer:housekeeping?period=60000&delay=1000&includeMetadata=false")
                .routeId("project-housekeeping")
                .routeGroup("project")
                .description("Removes work files, old events and caches that are over their limit")
                .bean("housekeeping", "run");
    }
}
