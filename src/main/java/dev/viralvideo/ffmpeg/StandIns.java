package dev.viralvideo.ffmpeg;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

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

    /** @param folder gets one folder for each library that is needed */
    StandIns(Platform platform, Path folder) {
        this.platform = platform;
        this.folder = folder;
    }

    Programs behind(Programs programs) {
        List<Path> libraries = new ArrayList<>(programs.libraries());
        for (int trial = 0; trial <= LIBRARIES.size(); trial++) {
            Programs tried = new Programs(programs.ffmpeg(), programs.ffprobe(), libraries, programs.source());
            List<String> line = List.of(tried.ffmpeg().toString(), "-version");
            ProgramRun.Outcome outcome = ProgramRun.of(tried.environment(), line, Duration.ofSeconds(30));
            if (outcome.exit() == 0) {
                return tried;
            }
            libraries.add(substituteFor(programs, outcome.errors().strip()));
        }
        throw cannotStart(programs, "libraries are missing");
    }

    /** The folder that holds the stand-in for this library; its name tells the content, so an upgrade is noticed. */
    Path unpacked(String library) throws IOException {
        byte[] content = content(library);
        CRC32 sum = new CRC32();
        sum.update(content);
        Path home = folder.resolve(library + "-" + Long.toHexString(sum.getValue()));
        new OnceFolder(home).fill(half -> Files.write(half.resolve(library), content));
        return home;
    }

    private byte[] content(String library) throws IOException {
        String resource = "stand-ins/" + platform.name() + "/" + library;
        try (InputStream in = StandIns.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("there is no " + resource);
            }
            return in.readAllBytes();
        }
    }

    private Path substituteFor(Programs programs, String errors) {
        Matcher missing = MISSING.matcher(errors);
        if (!missing.find() || !LIBRARIES.contains(missing.group(1))) {
            throw cannotStart(programs, errors);
        }
        try {
            return unpacked(missing.group(1));
        } catch (IOException e) {
            throw cannotStart(programs, errors + "; " + e.getMessage());
        }
    }

    private Failure cannotStart(Programs programs, String reason) {
        return new Failure.Configuration(
                "FFMPEG_NOT_RUNNABLE",
                "the bundled FFmpeg does not start on this " + platform.name() + " system (" + reason
                        + "). It needs glibc 2.35 or newer; if files are damaged, delete the folder "
                        + programs.ffmpeg().getParent()
                        + "; or install FFmpeg and set vvg.ffmpeg=system");
    }
}
