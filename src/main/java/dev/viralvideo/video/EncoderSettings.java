package dev.viralvideo.video;

import java.util.List;

/**
 * How every segment is encoded. All segments of a video must have the same settings, else they cannot be joined
 * without encoding them again.
 *
 * @param preset  of x264, {@code ultrafast} to {@code veryslow}
 * @param crf     constant rate factor of x264, 0 (lossless) to 51; 18 to 23 is sensible
 * @param threads for encoding one segment, 1 to 16; its decoders and filters have one each
 */
public record EncoderSettings(String preset, int crf, int threads) {
    private static final List<String> PRESETS =
            List.of("ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow");
    private static final int SECONDS_BETWEEN_KEY_FRAMES = 2;

    public EncoderSettings {
        if (!PRESETS.contains(preset)) {
            throw new IllegalArgumentException("preset must be one of " + PRESETS + ", is " + preset);
        }
        if (crf < 0 || crf > 51) {
            throw new IllegalArgumentException("crf must be 0 to 51, is " + crf);
        }
        if (threads < 1 || threads > 16) {
            throw new IllegalArgumentException("threads must be 1 to 16, are " + threads);
        }
    }

    /** x264 writes closed groups of pictures unless told otherwise, which joining by copy needs. */
    List<String> arguments(int fps) {
        return List.of(
                "-c:v",
                "libx264",
                "-profile:v",
                "high",
                "-preset",
                preset,
                "-crf",
                Integer.toString(crf),
                "-pix_fmt",
                "yuv420p",
                "-r",
                Integer.toString(fps),
                "-g",
                Integer.toString(SECONDS_BETWEEN_KEY_FRAMES * fps),
                "-threads",
                Integer.toString(threads),
                "-color_range",
                "tv",
                "-colorspace",
                "bt709",
                "-color_primaries",
                "bt709",
                "-color_trc",
                "bt709",
                "-flags:v",
                "+bitexact+cgop",
                "-fflags",
                "+bitexact",
                "-map_metadata",
                "-1",
                "-map_chapters",
                "-1",
                "-video_track_timescale",
                Integer.toString(fps * 512),
                "-f",
                "mp4");
    }
}
