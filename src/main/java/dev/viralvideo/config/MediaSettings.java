package dev.viralvideo.config;

import java.time.Duration;
import java.util.List;

/**
 * How pictures and clips are found, and which are welcome.
 *
 * @param parallel           segments that are searched for at once
 * @param maxFiles           of the user's own that are looked at
 * @param timeLimit          how long the providers are given for one segment
 * @param smallestPicture    in pixels, of the shorter side
 * @param largestFile        in bytes
 * @param downloadPatience   how long one download may take
 * @param nonCommercial      whether works for non-commercial use only are welcome
 * @param forbiddenLicences  by their names
 */
public record MediaSettings(
        int parallel,
        int maxFiles,
        Duration timeLimit,
        int smallestPicture,
        long largestFile,
        Duration downloadPatience,
        boolean nonCommercial,
        List<String> forbiddenLicences) {
    static MediaSettings of(CheckedProperties properties) {
        return new MediaSettings(
                properties.whole("vvg.media.parallel", 1, 64),
                properties.whole("vvg.media.max-files", 1, 1_000_000),
                Duration.ofMillis(properties.whole("vvg.media.time-limit", 100, 600_000)),
                properties.whole("vvg.media.min-pixels", 100, 4000),
                properties.bytes("vvg.media.max-bytes", 1L << 34),
                Duration.ofSeconds(properties.whole("vvg.media.download-limit", 1, 3600)),
                properties.flag("vvg.licences.nc"),
                properties.list("vvg.licences.forbidden"));
    }
}
