package dev.viralvideo.files;

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
            unfinished = unfinished(folder, "." + file.getFileName());
            Files.write(unfinished, content);
            publish(unfinished, file);
        } catch (IOException e) {
            discard(unfinished);
            throw new Failure.Resource(
                    "CANNOT_WRITE",
                    "cannot write " + file + " (" + IoReason.of(e) + "); check free space and permissions",
                    e);
        }
    }

    /** A new, empty file in a folder that is there, for what takes longer to write; {@link #publish} it or delete it. */
    public static Path unfinished(Path folder, String name) throws IOException {
        // no createTempFile: its files are for their owner alone, and what is made here is to be passed on
        return Files.createFile(folder.resolve(name + UUID.randomUUID() + ".tmp"));
    }

    public static void publish(Path unfinished, Path file) throws IOException {
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
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
