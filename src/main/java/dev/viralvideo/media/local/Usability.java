package dev.viralvideo.media.local;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.MediaInfo;
import dev.viralvideo.media.Clip;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Whether a file can serve as a picture, and if not, why; each state of a file is looked into once. */
final class Usability {
    /** Shorter side in pixels; less would have to be enlarged more than about four times. */
    private static final int SMALLEST = 240;

    /** Decoding a larger still takes more memory than the whole program may. */
    private static final long LARGEST_PIXELS = 100_000_000;

    private static final double SHORTEST_SECONDS = 0.5;

    private final Function<Path, MediaInfo> probe;
    private final Map<State, Verdict> known = new ConcurrentHashMap<>();

    Usability(Function<Path, MediaInfo> probe) {
        this.probe = probe;
    }

    private record State(Path path, long size, long modified) {}

    /** @param reason why it cannot be used, null when it can */
    record Verdict(MediaInfo info, String reason) {
        boolean usable() {
            return reason == null;
        }

        Clip.Kind kind() {
            return info.still() ? Clip.Kind.STILL : Clip.Kind.VIDEO;
        }
    }

    Verdict of(MediaFile file) {
        return known.computeIfAbsent(new State(file.path(), file.size(), file.modified()), this::look);
    }

    private Verdict look(State file) {
        try {
            MediaInfo info = probe.apply(file.path());
            return new Verdict(info, objection(info));
        } catch (Failure.Validation e) {
            return new Verdict(null, "cannot be read as a picture or video");
        }
    }

    private static String objection(MediaInfo info) {
        if (!info.hasVideo() || info.width() == null || info.height() == null) {
            return "has sound only, no picture";
        }
        String size = info.width() + "×" + info.height() + " pixels";
        if (Math.min(info.width(), info.height()) < SMALLEST) {
            return "is too small (" + size + "; the shorter side needs at least " + SMALLEST + ")";
        }
        if ((long) info.width() * info.height() > LARGEST_PIXELS) {
            return "is too large (" + size + "; at most " + LARGEST_PIXELS / 1_000_000 + " megapixels)";
        }
        boolean flash = !info.still() && info.seconds() > 0 && info.seconds() < SHORTEST_SECONDS;
        return flash ? "is shorter than " + SHORTEST_SECONDS + " s" : null;
    }
}
