package dev.viralvideo.pipeline;

import org.apache.camel.builder.RouteBuilder;

/** The only place where a program is started: body in {@code FfmpegCommand}, body out {@code FfmpegResult}. */
public final class FfmpegRoutes extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:ffmpeg")
                .routeId("ffmpeg-exec")
                .routeGroup("ffmpeg")
                // a handler of its own would end the matter here, and the stage that called would never hear of it
                .errorHandler(noErrorHandler())
                .description("Runs one FFmpeg call and tells its progress")
                .removeHeaders("(?i)Camel.*")
                .to("exec:ffmpeg?binding=#ffmpegBinding&commandExecutor=#ffmpegExecutor")
                .id("to-ffmpeg");
    }
}
