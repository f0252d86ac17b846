package dev.viralvideo.ffmpeg;

import dev.viralvideo.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which FFmpeg is used: {@code vvg.ffmpeg} is {@code embedded}, {@code system} or a path. */
public final class FfmpegChoice {
    private FfmpegChoice() {}

    public static Ffmpeg of(String choice, Path cacheFolder) {
        if (choice.equals("embedded")) {
            return Ffmpeg.embedded(cacheFolder);
        }
        if (choice.equals("system")) {
            return Ffmpeg.at(Path.of("ffmpeg"), Path.of("ffprobe"));
        }
        Path program = Path.of(choice).toAbsolutePath();
        if (!Files.isExecutable(program)) {
            throw new Failure.Configuration(
                    "NO_FFMPEG", "vvg.ffmpeg = '" + choice + "': is not embedded, system or the path of a program");
        }
        String name = program.getFileName().toString();
        return Ffmpeg.at(program, program.resolveSibling(name.replace("ffmpeg", "ffprobe")));
    }
}
