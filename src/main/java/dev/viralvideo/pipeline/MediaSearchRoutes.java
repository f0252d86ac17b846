package dev.viralvideo.pipeline;

import dev.viralvideo.media.ShotNeed;
import org.apache.camel.builder.RouteBuilder;

/** Scatter and gather of the media stage: one segment's need to all providers, what they found back. */
public final class MediaSearchRoutes extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:media-search")
                .routeId("media-search")
                .routeGroup("media")
                .errorHandler(noErrorHandler())
                .description("Asks every running media provider for candidates for one segment")
                .setVariable(JoinedFindings.ASKED, method("plugins", "mediaProviders"))
                .recipientList(variable(JoinedFindings.ASKED))
                .aggregationStrategy(new JoinedFindings())
                .parallelProcessing()
                .executorService("media-search-pool")
                .timeout("{{vvg.media.time-limit}}")
                .ignoreInvalidEndpoints()
                .end()
                // nobody was asked: the request wants backdrops only, or every provider was stopped
                .filter(body().isInstanceOf(ShotNeed.class))
                .setBody(constant(Findings.NONE))
                .end();
    }
}
