package dev.viralvideo.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is filled once, whoever comes first: filled under another name and renamed, so that it is either
 * complete or not there, also when several processes try at once or one is killed half-way.
 */
final class OnceFolder {
    private final Path folder;

    OnceFolder(Path folder) {
        this.folder = folder;
    }

    interface Filling {
        void into(Path folder) throws IOException;
    }

    void fill(Filling filling) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.getParent());
        Path half = Files.createTempDirectory(folder.getParent(), "." + folder.getFileName() + "-");
        try {
            // a temporary folder is private to its maker, the finished one may be shared between users
            half.toFile().setReadable(true, false);
            half.toFile().setExecutable(true, false);
            filling.into(half);
            publish(half);
        } finally {
            delete(half);
        }
    }

    private void publish(Path half) throws IOException {
        try {
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // the rename of a folder onto a full one fails: somebody else was faster, and theirs is as good
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
