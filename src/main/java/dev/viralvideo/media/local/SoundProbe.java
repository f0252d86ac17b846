package dev.viralvideo.media.local;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.FileState;
import dev.viralvideo.ffmpeg.MediaInfo;
import dev.viralvideo.ffmpeg.PictureFormat;
import dev.viralvideo.ffmpeg.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Probes a file and sees to it that it is whole: a still is decoded strictly, of a video the key frames of its first
 * minute. A download that broke off passes a plain probe and would fail hours later, in the middle of a render.
 */
public final class SoundProbe implements Function<Path, MediaInfo> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int REMEMBERED = 10_000;

    private final Ffmpeg ffmpeg;
    private final Cache<FileState, MediaInfo> whole =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public SoundProbe(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** @throws Failure.Validation UNREADABLE_MEDIA */
    @Override
    public MediaInfo apply(Path file) {
        return whole.get(FileState.of(file), state -> look(file));
    }

    private MediaInfo look(Path file) {
        MediaInfo info = ffmpeg.probe(file);
        if (info.hasVideo()) {
            decode(file, info.still());
        }
        return info;
    }

    private void decode(Path file, boolean still) {
        List<String> strict = still ? List.of("-err_detect", "explode") : List.of("-skip_frame", "nokey", "-t", "60");
        List<String> arguments = new ArrayList<>(List.of("-xerror"));
        arguments.addAll(strict);
        arguments.addAll(PictureFormat.input(file));
        arguments.addAll(List.of("-map", "0:v:0", "-f", "null", "-"));
        try {
            ffmpeg.run(
                    new FfmpegCommand("media", "check of a media file", arguments, PATIENCE, 0), ProgressListener.NONE);
        } catch (Failure.Processing e) {
            throw new Failure.Validation("UNREADABLE_MEDIA", file + ": is damaged: " + e.getMessage(), e);
        }
    }
}
