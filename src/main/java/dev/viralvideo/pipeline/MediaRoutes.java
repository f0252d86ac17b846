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
                .split(body(), new GroupedBodyAggregationStrategy())
                .parallelProcessing()
                .executorService("media-pool")
                .stopOnException()
                .to("direct:media-search")
                .end()
                .bean("clipDesk", "choose(${variable.needs}, ${body})")
                .setVariable("choice", body())
                .split(simple("${body.picks}"), new GroupedBodyAggregationStrategy())
                .parallelProcessing()
                .executorService("media-pool")
                .stopOnException()
                .to("direct:media-fetch")
                .end()
                .bean("clipDesk", "assets(${variable.choice}, ${body})");

        from("direct:media-search")
                .routeId("media-search")
                .routeGroup("media")
                .errorHandler(noErrorHandler())
                .description("Asks every running media provider for candidates for one segment")
                .recipientList(method("plugins", "mediaProviders"))
                .aggregationStrategy(new CandidateLists())
                .parallelProcessing()
                .executorService("media-search-pool")
                .ignoreInvalidEndpoints()
                .end();

        from("direct:media-fetch")
                .routeId("media-fetch")
                .routeGroup("media")
                .errorHandler(noErrorHandler())
                .description("Brings one chosen clip to the disk, or draws a backdrop where none was found")
                .bean("clipDesk", "fetch");
    }
}
