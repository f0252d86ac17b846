package dev.viralvideo.ffmpeg;

import dev.viralvideo.failure.Failure;
import java.util.Locale;

/**
 * What differs between operating systems when a program with its own libraries is started.
 *
 * @param name        as the Bytedeco artifacts call it, for example {@code linux-x86_64}
 * @param libraryPath the environment variable in which the system's loader looks for libraries first
 * @param suffix      of an executable's file name
 */
record Platform(String name, String libraryPath, String suffix) {
    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String system, String architecture) {
        String os = system.toLowerCase(Locale.ROOT);
        String cpu = cpu(architecture.toLowerCase(Locale.ROOT));
        if (os.contains("linux")) {
            return new Platform("linux-" + cpu, "LD_LIBRARY_PATH", "");
        }
        if (os.contains("mac") || os.contains("darwin")) {
            return new Platform("macosx-" + cpu, "DYLD_LIBRARY_PATH", "");
        }
        if (os.contains("windows")) {
            return new Platform("windows-" + cpu, "PATH", ".exe");
        }
        throw new Failure.Configuration(
                "FFMPEG_PLATFORM", "no FFmpeg is bundled for " + system + "; install FFmpeg and set vvg.ffmpeg=system");
    }

    boolean windows() {
        return name.startsWith("windows");
    }

    boolean linux() {
        return name.startsWith("linux");
    }

    private static String cpu(String architecture) {
        return switch (architecture) {
            case "amd64", "x86_64", "x86-64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> architecture;
        };
    }
}
