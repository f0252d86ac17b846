package dev.viralvideo.video.quality;

import dev.viralvideo.video.filter.Filter;
import java.util.List;

/** The filters that find out where a picture is black or stands still. */
public final class PictureDetectors {
    private static final double SHORTEST_RUN = 0.2;

    private PictureDetectors() {}

    /** Log what they find in a small copy of the picture; for measuring a finished file. */
    static List<Filter> logged() {
        return List.of(
                Filter.of("scale").with("w", 270).with("h", -2).with("flags", "fast_bilinear"), black(), frozen(0.5));
    }

    /**
     * Write what they find to the messages of the call, whatever its log level, and let the frames through as they are;
     * for frames on their way to the encoder. {@link PictureRuns} reads it.
     */
    public static List<Filter> written() {
        Filter metadata = Filter.of("metadata");
        return List.of(
                // an Exif tag of somebody's photo is not for us
                metadata.with("mode", "delete"),
                black(),
                frozen(SHORTEST_RUN),
                metadata.with("mode", "print").with("file", "pipe:2").with("direct", 1));
    }

    /** Nominal black is 16; a dark night sky is not black. */
    private static Filter black() {
        return Filter.of("blackdetect")
                .with("black_min_duration", 0.1)
                .with("picture_black_ratio_th", 0.98)
                .with("pixel_black_th", 0.04);
    }

    /** Compares with the first frame of a stretch, so that even a slow drift adds up. */
    private static Filter frozen(double seconds) {
        return Filter.of("freezedetect").with("noise", 0.0002).with("duration", seconds);
    }
}
