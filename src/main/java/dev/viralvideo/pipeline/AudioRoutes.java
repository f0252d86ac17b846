package dev.viralvideo.pipeline;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/** The audio stage: narration with word times, music under it, one mastered track. */
public final class AudioRoutes extends RouteBuilder {
    @Override
    public void configure() {
        from("{{queue.audio.from}}")
                .routeId("audio-take")
                .routeGroup("audio")
                .autoStartup("{{stage.audio.here}}")
                .routeConfigurationId("stage-errors")
                .description("Takes a project whose script is written, and keeps its sound track")
                // the queue may be on a broker, where others can write
                .removeHeaders("*")
                .bean("desk", "claim(${body}, AUDIO)")
                .filter(body().isNotNull())
                .setVariable("claim", body())
                .bean("desk", "order")
                .setVariable("order", body())
                .to("direct:audio-narrate")
                .to("direct:audio-mix")
                .bean("desk", "audioProcessed(${variable.order}, ${body})")
                .to("direct:project-dispatch");

        from("direct:audio-narrate")
                .routeId("audio-narrate")
                .routeGroup("audio")
                .errorHandler(noErrorHandler())
                .description("Speaks all segments, several at once")
                .bean("narrator", "requests")
                .split(body(), new GroupedBodyAggregationStrategy())
                .parallelProcessing()
                .executorService("audio-pool")
                .stopOnException()
                .bean("desk", "stillOurs(${variable.claim})")
                .bean("narrator", "speak")
                .end();

        from("direct:audio-mix")
                .routeId("audio-mix")
                .routeGroup("audio")
                .errorHandler(noErrorHandler())
                .description("Lays voice and music together, ducks, and masters to -14 LUFS")
                .setVariable("music", method("musicDesk", "find(${variable.order})"))
                .bean("narrator", "plan(${variable.order}, ${body}, ${variable.music})")
                .setVariable("plan", body())
                .bean("audioMix", "measuring")
                .to("direct:ffmpeg")
                .setVariable("measured", body())
                .bean("audioMix", "mastering(${variable.plan}, ${body})")
                .to("direct:audio-master")
                .choice()
                .when(method("audioMix", "onTarget"))
                .otherwise()
                .bean("audioMix", "correcting(${variable.plan}, ${variable.measured}, ${body})")
                .to("direct:audio-master")
                .end()
                .bean("audioMix", "finished(${variable.plan}, ${body})")
                .bean("musicDesk", "credited(${variable.music}, ${body})");

        from("direct:audio-master")
                .routeId("audio-master")
                .routeGroup("audio")
                .errorHandler(noErrorHandler())
                .description("Masters the mix and measures what came out")
                .to("direct:ffmpeg")
                .bean("audioMix", "verifying(${variable.plan})")
                .to("direct:ffmpeg");
    }
}
