package dev.viralvideo.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Collects the bad rows of one file on the disk: there may be as many as the file has lines. */
public final class RejectedRows implements AutoCloseable {
    /** Gives a file of its own, when the first bad row comes. */
    interface Space {
        Path make() throws IOException;
    }

    private final Space space;
    private Path part;
    private BufferedWriter writer;
    private int count;

    RejectedRows(Space space) {
        this.space = space;
    }

    public void add(String message) {
        try {
            if (writer == null) {
                part = space.make();
                writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
            }
            writer.write(Names.oneLine(message));
            writer.newLine();
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int count() {
        return count;
    }

    /** Writes the list as a file that appears complete or not at all. */
    void write(Path target, String summary) throws IOException {
        Path list = space.make();
        try (BufferedWriter out = Files.newBufferedWriter(list, StandardCharsets.UTF_8)) {
            out.write(Names.oneLine(summary));
            out.newLine();
            if (writer != null) {
                writer.flush();
                try (var lines = Files.newBufferedReader(part, StandardCharsets.UTF_8)) {
                    lines.transferTo(out);
                }
            }
        }
        Files.move(list, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
