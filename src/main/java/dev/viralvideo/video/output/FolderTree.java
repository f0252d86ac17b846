package dev.viralvideo.video.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is done to a whole folder. */
public final class FolderTree {
    private FolderTree() {}

    /** Makes sure that files and folder survive a power failure. */
    static void flush(Path folder) throws IOException {
        for (Path file : all(folder)) {
            if (Files.isRegularFile(file)) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
        flushEntry(folder);
    }

    static void flushEntry(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open a folder and needs no flush of it
        }
    }

    /** Also while others delete from it. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : all(folder)) {
                Files.deleteIfExists(path);
            }
        }
    }

    static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            // the first failure is the one to tell of
        }
    }

    /** Deepest first. */
    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
