package dev.viralvideo.video.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A hidden folder among the finished packages: one that is being put together or replaced, or what a crash left of it.
 *
 * @param name      of the package
 * @param projectId of the project whose package it was to be
 */
public record Leftover(Path folder, String name, String projectId) {
    static final String DRAFT = ".part";
    static final String OLD = ".old";

    private static final Pattern NAME = Pattern.compile("\\.(.+-([0-9a-z]+))\\.-?[0-9a-z]+(\\.part|\\.old)");

    public static List<Leftover> in(Path output) throws IOException {
        if (!Files.isDirectory(output)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(output)) {
            return folders.map(Leftover::of).flatMap(Optional::stream).toList();
        }
    }

    private static Optional<Leftover> of(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        return name.matches() && Files.isDirectory(folder)
                ? Optional.of(new Leftover(folder, name.group(1), name.group(2)))
                : Optional.empty();
    }

    /** Puts a package back that was moved aside for one that then never came; anything else goes. */
    public void settle() throws IOException {
        Path finished = folder.resolveSibling(name);
        if (folder.getFileName().toString().endsWith(OLD) && Files.notExists(finished)) {
            Files.move(folder, finished, StandardCopyOption.ATOMIC_MOVE);
        } else {
            FolderTree.delete(folder);
        }
    }
}
