package dev.viralvideo.pipeline;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/** The video stage: every segment is encoded once, then joined, measured and published. */
public final class VideoRoutes extends RouteBuilder {
    @Override
    public void configure() {
        from("{{queue.video}}")
                .routeId("video-take")
                .routeGroup("video")
                .routeConfigurationId("stage-errors")
                .description("Takes a project whose pictures and sound are there, and publishes the finished package")
                .bean("desk", "claim(${body}, VIDEO)")
                .filter(body().isNotNull())
                .setVariable("claim", body())
                .bean("desk", "order")
                .setVariable("order", body())
                .to("direct:video-render")
                .to("direct:video-publish")
                .bean("desk", "videoPublished(${variable.order}, ${body})");

        from("direct:video-render")
                .routeId("video-render")
                .routeGroup("video")
                .errorHandler(noErrorHandler())
                .description("Renders the segments in parallel and joins them by stream copy")
                .bean("composition", "plan")
                .setVariable("plan", body())
                .split(simple("${body.pending}"), new GroupedBodyAggregationStrategy())
                .parallelProcessing()
                .executorService("video-pool")
                .stopOnException()
                .to("direct:ffmpeg")
                .end()
                .setBody(simple("${variable.plan.join}"))
                .to("direct:ffmpeg");

        from("direct:video-publish")
                .routeId("video-publish")
                .routeGroup("video")
                .errorHandler(noErrorHandler())
                .description("Measures the file, refuses what is not good enough, and publishes the package")
                .setBody(simple("${variable.plan.measuring}"))
                .to("direct:ffmpeg")
                .setVariable("measured", body())
                .setBody(simple("${variable.plan.still}"))
                .to("direct:ffmpeg")
                .bean("publication", "publish(${variable.order}, ${variable.plan}, ${variable.measured})");
    }
}
