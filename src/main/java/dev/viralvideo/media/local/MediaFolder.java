package dev.viralvideo.media.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What lies in the user's media folder: pictures and videos, at most 8 folders deep, sorted by name.
 * Hidden files are ignored; links count only when they lead to a file inside the folder. A text file
 * {@code NAME.tags.txt} beside {@code NAME.mp4} holds further words for it.
 */
final class MediaFolder {
    private static final int DEPTH = 8;
    private static final int TAG_BYTES = 16 * 1024;

    static final Set<String> VIDEO = Set.of("mp4", "mov", "m4v", "mkv", "webm", "avi", "gif", "mpg", "mpeg", "ts");
    static final Set<String> STILL = Set.of("jpg", "jpeg", "png", "webp", "bmp", "tif", "tiff");

    private final Path root;
    private final int mostFiles;

    /**
     * @param folder    may be missing: then it is empty
     * @param mostFiles no more are listed
     */
    MediaFolder(Path folder, int mostFiles) {
        this.root = real(folder);
        this.mostFiles = mostFiles;
    }

    /** What was found, and what cannot be a picture, each with its reason. */
    record Listing(List<MediaFile> files, List<String> skipped) {}

    Listing list() {
        List<MediaFile> files = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        if (root == null) {
            return new Listing(files, skipped);
        }
        try {
            Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEPTH, new Visitor(files, skipped));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(Comparator.comparing(MediaFile::name));
        skipped.sort(Comparator.naturalOrder());
        return new Listing(files, skipped);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final List<MediaFile> files;
        private final List<String> skipped;

        Visitor(List<MediaFile> files, List<String> skipped) {
            this.files = files;
            this.skipped = skipped;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!hidden(file) && !file.toString().endsWith(".tags.txt")) {
                take(file);
            }
            return files.size() < mostFiles ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            skipped.add((file.equals(root) ? "the folder " + root : name(file)) + ": cannot be opened");
            return FileVisitResult.CONTINUE;
        }

        private void take(Path file) throws IOException {
            String ending = ending(file);
            Path target = real(file);
            if (target == null || !target.startsWith(root)) {
                skipped.add(name(file) + ": is a link that leads out of the media folder");
            } else if (Files.isDirectory(target)) {
                // a linked folder inside the folder is visited where it really lies
                return;
            } else if (!VIDEO.contains(ending) && !STILL.contains(ending)) {
                skipped.add(name(file) + ": is not of a picture or video format that is read");
            } else if (!Files.isReadable(target)) {
                skipped.add(name(file) + ": cannot be opened");
            } else if (Files.size(target) == 0) {
                skipped.add(name(file) + ": is empty");
            } else {
                files.add(new MediaFile(
                        target,
                        name(file),
                        text(file),
                        Files.size(target),
                        Files.getLastModifiedTime(target).toMillis()));
            }
        }
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/').replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    private String text(Path file) throws IOException {
        String name = root.relativize(file).toString();
        String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        return stem + " " + tags(root.resolve(stem + ".tags.txt"));
    }

    private String tags(Path sidecar) throws IOException {
        Path target = Files.exists(sidecar) ? real(sidecar) : null;
        if (target == null || !target.startsWith(root) || !Files.isRegularFile(target) || !Files.isReadable(target)) {
            return "";
        }
        try (var in = Files.newInputStream(target)) {
            return new String(in.readNBytes(TAG_BYTES), StandardCharsets.UTF_8);
        }
    }

    static String ending(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean hidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    /** Null when it is missing or a link leads nowhere. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return null;
        }
    }
}
