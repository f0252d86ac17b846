package dev.viralvideo.pipeline;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/** The media stage: one picture for each segment, none twice. */
public final class MediaRoutes extends RouteBuilder {
    @Override
    public void configure() {
        from("{{queue.media.from}}")
                .routeId("media-take")
                .routeGroup("media")
                .autoStartup("{{stage.media.here}}")
                .routeConfigurationId("stage-errors")
                .description("Takes a project whose script is written, and keeps the pictures found for it")
                // the queue may be on a broker, where others can write
                .removeHeaders("*")
                .bean("desk", "claim(${body}, MEDIA)")
                .filter(body().isNotNull())
                .setVariable("claim", body())
                .bean("desk", "order")
                .setVariable("order", body())
                .to("direct:media-source")
                .bean("desk", "mediaSourced(${variable.order}, ${body})")
                .to("direct:project-dispatch");

        from("direct:media-source")
                .routeId("media-source")
                .routeGroup("media")
                .errorHandler(noErrorHandler())
                .description("Searches for all segments at once, chooses without repeats, draws what was not found")
                .bean("shotList", "of")
                .setVariable("needs", body())
                .bean("localMedia", "survey")
                .split(body(), new GroupedBodyAggregationStrategy())
                .parallelProcessing()
                .executorService("media-pool")
                .stopOnException()
                .to("direct:media-search")
                .end()
                .bean("clipDesk", "begin(${variable.order}, ${variable.needs}, ${body})")
                .setVariable("sourcing", body())
                .loopDoWhile(simple("${variable.sourcing.open} == true"))
                .to("direct:media-round")
                .end()
                .bean("clipDesk", "missing(${variable.sourcing})")
                .split(body(), new GroupedBodyAggregationStrategy())
                .parallelProcessing()
                .executorService("media-pool")
                .stopOnException()
                .to("direct:media-draw")
                .end()
                .bean("clipDesk", "assets(${variable.sourcing}, ${body})");

        from("direct:media-round")
                .routeId("media-round")
                .routeGroup("media")
                .errorHandler(noErrorHandler())
                .description("Fetches the best clip that is left for each open segment; what cannot be had is dropped")
                .setBody(simple("${variable.sourcing.picks}"))
                .split(body(), new GroupedBodyAggregationStrategy())
                .parallelProcessing()
                .executorService("media-pool")
                .stopOnException()
                .bean("desk", "stillOurs(${variable.claim})")
                .to("direct:media-fetch")
                .end()
                .bean("clipDesk", "after(${variable.sourcing}, ${body})")
                .setVariable("sourcing", body());

        from("direct:media-fetch")
                .routeId("media-fetch")
                .routeGroup("media")
                .errorHandler(noErrorHandler())
                .description("Brings one chosen clip to the disk, checks it and looks at it")
                .bean("clipDesk", "fetch(${variable.sourcing}, ${body})");

        from("direct:media-draw")
                .routeId("media-draw")
                .routeGroup("media")
                .errorHandler(noErrorHandler())
                .description("Draws a backdrop where nothing was found")
                .bean("clipDesk", "draw");
    }
}
