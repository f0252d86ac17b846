package dev.viralvideo.pipeline;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.media.Clip;
import dev.viralvideo.media.Layer;
import dev.viralvideo.media.MediaAssets;
import dev.viralvideo.project.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files of earlier stages are no longer where their checkpoints say: the work folder was removed after the video was
 * finished, or a clip of the user's was moved. The stages that made them are done again.
 */
final class FilesGone extends RuntimeException {
    private final transient Map<Stage, String> files;

    private FilesGone(Map<Stage, String> files) {
        super("gone: " + files);
        this.files = files;
    }

    /** @throws FilesGone when what the video is made from is not all there */
    static void check(MediaAssets media, AudioTracks audio) {
        Map<Stage, String> gone = new EnumMap<>(Stage.class);
        media.clips().stream()
                .flatMap(FilesGone::files)
                .filter(FilesGone::isGone)
                .findFirst()
                .ifPresent(file -> gone.put(Stage.MEDIA, file));
        if (isGone(audio.mix())) {
            gone.put(Stage.AUDIO, audio.mix());
        }
        if (!gone.isEmpty()) {
            throw new FilesGone(gone);
        }
    }

    private static Stream<String> files(Clip clip) {
        return Stream.concat(Stream.of(clip.file()), clip.layers().stream().map(Layer::file));
    }

    private static boolean isGone(String file) {
        return !Files.isRegularFile(Path.of(file));
    }

    Set<Stage> stages() {
        return files.keySet();
    }
}
