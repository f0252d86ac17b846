package dev.viralvideo.config;

import java.time.Duration;

/**
 * How videos are rendered.
 *
 * @param parallel      segments that are rendered at once
 * @param preset        of x264
 * @param crf           constant rate factor, less is better and bigger
 * @param ffmpeg        which one
 * @param ffmpegTimeout how long one call may take
 */
public record VideoSettings(int parallel, String preset, int crf, String ffmpeg, Duration ffmpegTimeout) {
    private static final String[] PRESETS = {
        "ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow"
    };

    static VideoSettings of(CheckedProperties properties) {
        return new VideoSettings(
                properties.blank("vvg.video.parallel")
                        ? Runtime.getRuntime().availableProcessors()
                        : properties.whole("vvg.video.parallel", 1, 64),
                properties.oneOf("vvg.video.preset", PRESETS),
                properties.whole("vvg.video.crf", 0, 51),
                properties.required("vvg.ffmpeg"),
                Duration.ofSeconds(properties.whole("vvg.ffmpeg.timeout", 10, 86_400)));
    }
}
