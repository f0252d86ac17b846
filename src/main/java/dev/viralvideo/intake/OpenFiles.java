package dev.viralvideo.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Who still writes to a file. Only Linux tells, and only of processes of this machine that we may look at; elsewhere a
 * file counts as not being written to.
 */
public final class OpenFiles {
    private static final Path PROCESSES = Path.of("/proc");
    /** {@code O_WRONLY} and {@code O_RDWR}. */
    private static final int WRITING = 3;

    private OpenFiles() {}

    public static boolean isBeingWritten(Path file) {
        if (!Files.isDirectory(PROCESSES.resolve("self/fd"))) {
            return false;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                if (writes(process, file)) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false; // nothing to be seen here
        }
        return false;
    }

    private static boolean writes(Path process, Path file) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (leadsTo(descriptor, file) && forWriting(process, descriptor)) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false; // it has ended, or is somebody else's
        }
        return false;
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            // the name first, because it is cheap; the same file may have another path in another container
            return Files.readSymbolicLink(descriptor).endsWith(file.getFileName())
                    && Files.isSameFile(descriptor, file);
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    private static boolean forWriting(Path process, Path descriptor) throws IOException {
        Path info = process.resolve("fdinfo").resolve(descriptor.getFileName());
        return Files.readString(info, StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> line.startsWith("flags:"))
                .anyMatch(line -> (Integer.parseInt(line.substring(6).trim(), 8) & WRITING) != 0);
    }
}
