package dev.viralvideo.pipeline;

import org.apache.camel.builder.RouteBuilder;

/** The script stage: topic and template become a script. */
public final class ScriptRoutes extends RouteBuilder {
    @Override
    public void configure() {
        from("{{queue.script.from}}")
                .routeId("script-take")
                .routeGroup("script")
                .autoStartup("{{stage.script.here}}")
                .routeConfigurationId("stage-errors")
                .description("Takes a project that needs a script, and keeps the script")
                // the queue may be on a broker, where others can write
                .removeHeaders("*")
                .bean("desk", "claim(${body}, SCRIPT)")
                .filter(body().isNotNull())
                .setVariable("claim", body())
                .bean("desk", "order")
                .setVariable("order", body())
                .to("direct:script-write")
                .bean("desk", "scriptWritten(${variable.order}, ${body})")
                .to("direct:project-dispatch");

        from("direct:script-write")
                .routeId("script-write")
                .routeGroup("script")
                .errorHandler(noErrorHandler())
                .description("Asks the writers in order until one has a script, then tightens and checks it")
                .bean("scriptWriters", "write")
                .bean("scriptFinish", "finish(${variable.order}, ${body})");
    }
}
