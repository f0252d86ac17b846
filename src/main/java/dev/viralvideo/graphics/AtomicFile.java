package dev.viralvideo.graphics;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes a file under a temporary name beside it and renames it: a file with its final name is complete. */
public final class AtomicFile {
    private AtomicFile() {}

    /** @throws Failure.Resource when the folder cannot be made or the file not be written */
    public static void write(Path file, byte[] content) {
        Path folder = file.toAbsolutePath().getParent();
        Path unfinished = null;
        try {
            Files.createDirectories(folder);
            // no createTempFile: its files are for their owner alone, and a thumbnail is to be passed on
            unfinished = Files.createFile(folder.resolve("." + file.getFileName() + UUID.randomUUID() + ".tmp"));
            Files.write(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(unfinished);
            throw new Failure.Resource(
                    "CANNOT_WRITE",
                    "cannot write " + file + " (" + IoReason.of(e) + "); check free space and permissions",
                    e);
        }
    }

    private static void discard(Path unfinished) {
        try {
            if (unfinished != null) {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            // the first failure is the one to tell; a leftover .tmp file is harmless
        }
    }
}
