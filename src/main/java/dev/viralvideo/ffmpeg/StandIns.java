package dev.viralvideo.ffmpeg;

import dev.viralvideo.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Empty substitutes for screen-grabbing and sound-card libraries that FFmpeg is linked to but this application never
 * calls. The loader searches our folders before the system's, so a substitute is offered only for a library of which
 * a trial start shows that the system has none.
 */
final class StandIns {
    /** Sources: {@code src/main/native/stand-ins}. */
    static final List<String> LIBRARIES = List.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0");

    private static final Pattern MISSING = Pattern.compile("error while loading shared libraries: ([^:]+):");

    private final Platform platform;
    private final Path folder;

    StandIns(Platform platform, Path folder) {
        this.platform = platform;
        this.folder = folder;
    }

    Programs behind(Programs programs) {
        List<Path> libraries = new ArrayList<>(programs.libraries());
        for (int trial = 0; trial <= LIBRARIES.size(); trial++) {
            Programs tried = new Programs(programs.ffmpeg(), programs.ffprobe(), libraries, programs.source());
            ProgramRun.Outcome outcome = ProgramRun.of(
                    tried.environment(), List.of(tried.ffmpeg().toString(), "-version"), Duration.ofSeconds(30));
            if (outcome.exit() == 0) {
                return tried;
            }
            libraries.add(substituteFor(outcome));
        }
        throw cannotStart("libraries are missing");
    }

    private Path substituteFor(ProgramRun.Outcome outcome) {
        Matcher missing = MISSING.matcher(outcome.errors());
        if (missing.find()) {
            Path own = folder.resolve(missing.group(1));
            if (LIBRARIES.contains(missing.group(1)) && Files.exists(own.resolve(missing.group(1)))) {
                return own;
            }
        }
        throw cannotStart(outcome.errors().strip());
    }

    private Failure cannotStart(String reason) {
        return new Failure.Configuration(
                "FFMPEG_NOT_RUNNABLE",
                "the bundled FFmpeg does not start on this " + platform.name() + " system (" + reason
                        + "); it needs glibc 2.35 or newer. Install FFmpeg and set vvg.ffmpeg=system");
    }
}
