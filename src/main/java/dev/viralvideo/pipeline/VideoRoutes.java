package dev.viralvideo.pipeline;

import dev.viralvideo.ffmpeg.FfmpegResult;
import dev.viralvideo.video.RenderStep;
import dev.viralvideo.video.quality.Measurements;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/** The video stage: every segment is encoded once, then joined, measured and published. */
public final class VideoRoutes extends RouteBuilder {
    @Override
    public void configure() {
        from("{{queue.video.from}}")
                .routeId("video-take")
                .routeGroup("video")
                .autoStartup("{{stage.video.here}}")
                .routeConfigurationId("stage-errors")
                .description("Takes a project whose pictures and sound are there, and publishes the finished package")
                // the queue may be on a broker, where others can write
                .removeHeaders("*")
                .bean("desk", "claim(${body}, VIDEO)")
                .filter(body().isNotNull())
                .setVariable("claim", body())
                .bean("desk", "order")
                .setVariable("order", body())
                .to("direct:video-render")
                .to("direct:video-publish")
                .bean("desk", "videoPublished(${variable.order}, ${body})")
                .to("direct:project-dispatch");

        from("direct:video-render")
                .routeId("video-render")
                .routeGroup("video")
                .errorHandler(noErrorHandler())
                .description(
                        "Renders the segments and the frame of the thumbnail in parallel and joins them by stream copy")
                .bean("desk", "renderingStarted")
                .bean("composition", "plan(${variable.order})")
                .setVariable("cut", body())
                .split(simple("${body.render.longestFirst}"), new GroupedBodyAggregationStrategy())
                .parallelProcessing()
                .executorService("video-pool")
                .stopOnException()
                .bean("desk", "stillOurs(${variable.claim})")
                .to("direct:video-step")
                .end()
                .setBody(simple("${variable.cut.render.join}"))
                .to("direct:video-step")
                .bean("desk", "videoComposed(${variable.order})");

        from("direct:video-step")
                .routeId("video-step")
                .routeGroup("video")
                .errorHandler(noErrorHandler())
                .description("Renders one file, unless it is there from an earlier try")
                .filter(simple("${body.done} == false"))
                .setVariable("step", body())
                .setBody(simple("${body.command}"))
                .to("direct:ffmpeg")
                .process(exchange -> exchange.getVariable("step", RenderStep.class)
                        .publish(exchange.getMessage()
                                .getBody(FfmpegResult.class)
                                .messages()));

        from("direct:video-publish")
                .routeId("video-publish")
                .routeGroup("video")
                .errorHandler(noErrorHandler())
                .description("Publishes the package, once its video is measured and its thumbnail drawn")
                .to("direct:video-check")
                .bean("publication", "publish(${variable.order}, ${variable.cut}, ${body})");

        // not a part of the route above: a multicast that fails says that all error handling was done, and only the
        // step that calls another route takes that back, so that the stage hears of it
        from("direct:video-check")
                .routeId("video-check")
                .routeGroup("video")
                .errorHandler(noErrorHandler())
                .description("Measures the file and draws the thumbnail beside it")
                .multicast(VideoRoutes::measurementsKept)
                .parallelProcessing()
                .executorService("video-pool")
                .stopOnException()
                .to("direct:video-measure", "direct:video-thumbnail")
                .end();

        from("direct:video-measure")
                .routeId("video-measure")
                .routeGroup("video")
                .errorHandler(noErrorHandler())
                .description("Measures the finished file and refuses what is not good enough")
                .bean("publication", "measuring(${variable.order}, ${variable.cut})")
                .to("direct:ffmpeg")
                .bean("publication", "measured(${variable.order}, ${variable.cut}, ${body})");

        from("direct:video-thumbnail")
                .routeId("video-thumbnail")
                .routeGroup("video")
                .errorHandler(noErrorHandler())
                .description("Draws the thumbnail on its frame")
                .bean("publication", "thumbnail(${variable.order}, ${variable.cut})");
    }

    /** The thumbnail is a file; what the next step needs are the measurements. */
    private static Exchange measurementsKept(Exchange one, Exchange other) {
        return one != null && one.getMessage().getBody() instanceof Measurements ? one : other;
    }
}
