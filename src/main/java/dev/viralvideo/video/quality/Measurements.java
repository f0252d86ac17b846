package dev.viralvideo.video.quality;

import java.util.List;

/**
 * What was measured on a finished file, by decoding all of it.
 *
 * @param seconds        length of the file
 * @param frames         decoded video frames
 * @param loudnessLufs   integrated loudness (ITU-R BS.1770-4), null without sound
 * @param truePeakDbtp   highest true peak, null without sound
 * @param longestBlack   seconds
 * @param longestFrozen  seconds
 * @param longestSilence seconds
 * @param decodeWarnings whatever the decoders complained of, at most 10 lines
 */
public record Measurements(
        double seconds,
        long frames,
        int width,
        int height,
        Double loudnessLufs,
        Double truePeakDbtp,
        double longestBlack,
        double longestFrozen,
        double longestSilence,
        List<String> decodeWarnings) {
    public Measurements {
        decodeWarnings = List.copyOf(decodeWarnings);
    }

    /** The same with what is known of the picture from elsewhere. */
    public Measurements with(PictureRuns picture) {
        return new Measurements(
                seconds,
                frames,
                width,
                height,
                loudnessLufs,
                truePeakDbtp,
                picture.longestBlack(),
                picture.longestFrozen(),
                longestSilence,
                decodeWarnings);
    }
}
