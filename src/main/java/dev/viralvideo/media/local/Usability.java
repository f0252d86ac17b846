package dev.viralvideo.media.local;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.MediaInfo;
import dev.viralvideo.media.Clip;
import dev.viralvideo.media.PictureCheck;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Whether a file can serve as a picture, and if not, why; each state of a file is looked into once. */
final class Usability {
    /** Less would have to be enlarged more than about four times. */
    private static final PictureCheck CHECK = new PictureCheck(240);

    private final Function<Path, MediaInfo> probe;
    private final Map<State, Verdict> known = new ConcurrentHashMap<>();

    Usability(Function<Path, MediaInfo> probe) {
        this.probe = probe;
    }

    private record State(Path path, long size, long modified) {
        static State of(MediaFile file) {
            return new State(file.path(), file.size(), file.modified());
        }
    }

    /**
     * What was found.
     *
     * @param reason  why it cannot be used, null when it can
     * @param content tells copies of one file, see {@link ContentHash}; null when it cannot be used
     */
    record Verdict(MediaInfo info, String reason, String content) {
        private static Verdict no(String reason) {
            return new Verdict(null, reason, null);
        }

        boolean usable() {
            return reason == null;
        }

        Clip.Kind kind() {
            return info.still() ? Clip.Kind.STILL : Clip.Kind.VIDEO;
        }
    }

    Verdict of(MediaFile file) {
        return known.computeIfAbsent(State.of(file), this::look);
    }

    /** Why a file that was looked into cannot be used; empty when it can, or when nobody has looked. */
    Optional<String> objection(MediaFile file) {
        return Optional.ofNullable(known.get(State.of(file))).map(Verdict::reason);
    }

    private Verdict look(State file) {
        try {
            MediaInfo info = probe.apply(file.path());
            Optional<String> objection = CHECK.objection(info);
            // here and not in each search: thirty files for each of forty segments are gigabytes to be hashed
            return objection.isPresent()
                    ? Verdict.no(objection.get())
                    : new Verdict(info, null, ContentHash.of(file.path()));
        } catch (Failure.Validation e) {
            return Verdict.no("cannot be read as a picture or video");
        }
    }
}
