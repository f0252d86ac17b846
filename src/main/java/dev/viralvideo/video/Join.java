package dev.viralvideo.video;

import dev.viralvideo.ffmpeg.FfmpegCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Strings the finished segments together with the audio track over all; nothing is encoded again. */
public final class Join {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private Join() {}

    static FfmpegCommand command(String owner, Path segments, Path audio, String title, int frames, Path output) {
        List<String> arguments = List.of(
                "-f",
                "concat",
                "-safe",
                "0",
                "-i",
                "file:" + segments,
                "-i",
                "file:" + audio.toAbsolutePath(),
                "-map",
                "0:v:0",
                "-map",
                "1:a:0",
                "-c",
                "copy",
                "-map_metadata",
                "-1",
                "-map_chapters",
                "-1",
                "-fflags",
                "+bitexact",
                "-metadata",
                "title=" + title.replaceAll("\\p{Cntrl}+", " ").strip(),
                "-movflags",
                "+faststart+write_colr",
                "-f",
                "mp4",
                "file:" + output);
        return new FfmpegCommand(owner, "join", arguments, TIMEOUT, frames);
    }
}
