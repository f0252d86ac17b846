package dev.viralvideo.ffmpeg;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The FFmpeg that comes with the application (artifact org.bytedeco:ffmpeg, classifier {@code <platform>-gpl}). */
final class EmbeddedFfmpeg {
    private final Platform platform;

    EmbeddedFfmpeg(Platform platform) {
        this.platform = platform;
    }

    /**
     * Copies the programs out of the class path once; later calls, and other processes, find them there.
     *
     * @param cacheFolder gets one folder per version and platform, about 86 MB
     */
    Programs unpack(Path cacheFolder) {
        String folder = "org/bytedeco/ffmpeg/" + platform.name() + "-gpl/";
        ClassPathFolder resources = ClassPathFolder.of(folder + "ffmpeg" + platform.suffix())
                .orElseThrow(
                        () -> new Failure.Configuration(
                                "FFMPEG_NOT_BUNDLED",
                                "this build holds no FFmpeg for " + platform.name()
                                        + ": build it on this platform (mvn package), or install FFmpeg and set vvg.ffmpeg=system"));
        String version = resources.version();
        Path home = cacheFolder.toAbsolutePath().normalize().resolve(version + "-" + platform.name());
        try {
            new OnceFolder(home).fill(target -> copy(resources, folder, target));
        } catch (IOException e) {
            throw new Failure.Resource(
                    "FFMPEG_NOT_UNPACKED",
                    "cannot unpack FFmpeg to " + home + " (" + IoReason.of(e) + "); about 90 MB must be free there",
                    e);
        }
        Path ffmpeg = home.resolve("ffmpeg" + platform.suffix());
        Path ffprobe = home.resolve("ffprobe" + platform.suffix());
        Programs programs = new Programs(ffmpeg, ffprobe, List.of(home), "embedded " + version);
        return platform.linux() ? new StandIns(platform, home.resolveSibling("stand-ins")).behind(programs) : programs;
    }

    private void copy(ClassPathFolder resources, String folder, Path target) throws IOException {
        // the JNI libraries are for the Java bindings, which are not used
        resources.copy(folder, name -> !name.contains("jni") && !name.contains("/"), target);
        for (String program : List.of("ffmpeg", "ffprobe")) {
            Path file = target.resolve(program + platform.suffix());
            if (!file.toFile().setExecutable(true, false) && !Files.isExecutable(file)) {
                throw new IOException(file + " cannot be made executable");
            }
        }
    }
}
