package dev.viralvideo.media;

import dev.viralvideo.ffmpeg.MediaInfo;
import java.util.Optional;

/**
 * Whether a file can serve as a picture.
 *
 * @param smallest shorter side in pixels; with less it would have to be enlarged too much
 */
public record PictureCheck(int smallest) {
    /** Decoding a larger still takes more memory than the whole program may. */
    private static final long LARGEST_PIXELS = 100_000_000;

    private static final double SHORTEST_SECONDS = 0.5;

    /** Why it cannot, if it cannot. */
    public Optional<String> objection(MediaInfo info) {
        if (!info.hasVideo() || info.width() == null || info.height() == null) {
            return Optional.of("has sound only, no picture");
        }
        String size = info.width() + "×" + info.height() + " pixels";
        if (Math.min(info.width(), info.height()) < smallest) {
            return Optional.of("is too small (" + size + "; the shorter side needs at least " + smallest + ")");
        }
        if ((long) info.width() * info.height() > LARGEST_PIXELS) {
            return Optional.of("is too large (" + size + "; at most " + LARGEST_PIXELS / 1_000_000 + " megapixels)");
        }
        boolean flash = !info.still() && info.seconds() > 0 && info.seconds() < SHORTEST_SECONDS;
        return flash ? Optional.of("is shorter than " + SHORTEST_SECONDS + " s") : Optional.empty();
    }
}
