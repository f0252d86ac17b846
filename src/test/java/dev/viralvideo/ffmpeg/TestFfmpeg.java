package dev.viralvideo.ffmpeg;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The bundled FFmpeg, unpacked once for all tests of a build. */
public final class TestFfmpeg {
    private static final Ffmpeg SHARED = Ffmpeg.embedded(Path.of("target", "ffmpeg"));

    private TestFfmpeg() {}

    public static Ffmpeg shared() {
        return SHARED;
    }

    /** Makes a file by FFmpeg, with a limit that no test file needs. */
    public static Path make(Path file, String... arguments) {
        SHARED.run(command(file, arguments), ProgressListener.NONE);
        return file;
    }

    /** What the packaged ffprobe says of a file, as JSON. */
    public static String ffprobe(Path file, String... arguments) {
        Programs programs = new EmbeddedFfmpeg(Platform.current()).unpack(Path.of("target", "ffmpeg"));
        List<String> line = new ArrayList<>(List.of(programs.ffprobe().toString(), "-v", "error", "-of", "json"));
        line.addAll(List.of(arguments));
        line.add("file:" + file);
        return ProgramRun.of(programs.environment(), line, Duration.ofSeconds(60))
                .output();
    }

    static FfmpegCommand command(Path output, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("file:" + output);
        return new FfmpegCommand("test", "a test file", all, Duration.ofSeconds(60), 0);
    }

    /** An encode that would take hours. */
    static FfmpegCommand endless(String owner, Path output, Duration timeout) {
        List<String> arguments =
                List.of("-f", "lavfi", "-i", "testsrc2=s=320x240:d=99999", "-c:v", "libx264", output.toString());
        return new FfmpegCommand(owner, "segment 3", arguments, timeout, 0);
    }
}
