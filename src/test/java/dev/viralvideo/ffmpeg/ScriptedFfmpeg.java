package dev.viralvideo.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Programs called ffmpeg and ffprobe that do as a test says before they become the bundled ones. */
public final class ScriptedFfmpeg {
    private ScriptedFfmpeg() {}

    /**
     * @param script shell lines that see the arguments; those that do not exit go on with the bundled program
     * @return the path for {@code vvg.ffmpeg}
     */
    public static Path in(Path folder, String script) throws IOException {
        Programs real = new EmbeddedFfmpeg(Platform.current())
                .unpack(Path.of("target", "ffmpeg").toAbsolutePath());
        String libraries = real.libraries().stream().map(Path::toString).collect(Collectors.joining(":"));
        Files.createDirectories(folder);
        write(folder.resolve("ffprobe"), "", libraries, real.ffprobe());
        return write(folder.resolve("ffmpeg"), script, libraries, real.ffmpeg());
    }

    private static Path write(Path file, String script, String libraries, Path program) throws IOException {
        Files.writeString(
                file,
                """
                #!/bin/sh
                %s
                LD_LIBRARY_PATH='%s' exec '%s' "$@"
                """
                        .formatted(script, libraries, program));
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
        return file;
    }
}
