package dev.viralvideo.api;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.pipeline.Orders;
import dev.viralvideo.project.Project;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.video.output.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The finished packages of projects. Only files that lie in a package itself are ever given out. */
final class Packages {
    private static final Logger LOG = LoggerFactory.getLogger(Packages.class);

    private final ProjectStore store;
    private final Orders orders;
    private final Path output;

    /** @param output the folder of all packages */
    Packages(ProjectStore store, Orders orders, Path output) {
        this.store = store;
        this.orders = orders;
        this.output = output;
    }

    /** A file of a package, and where it is had. */
    record Entry(String name, long bytes, String link) {}

    List<Entry> files(String id, String base) {
        Optional<Path> folder = folder(store.get(id));
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder.get())) {
            return entries.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> new Entry(
                            file.getFileName().toString(), file.toFile().length(), base + file.getFileName()))
                    .sorted(java.util.Comparator.comparing(Entry::name))
                    .toList();
        } catch (IOException e) {
            return List.of(); // removed by hand, or just now
        }
    }

    /** @throws Failure.Validation NO_SUCH_PROJECT or NO_SUCH_FILE */
    Path file(String id, String name) {
        return folder(store.get(id))
                .map(folder -> folder.resolve(name))
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .orElseThrow(() -> new Failure.Validation(
                        "NO_SUCH_FILE", "project " + id + " has no file " + Shown.of(name) + "; …/files lists them"));
    }

    /** The finished video. */
    Path video(String id) {
        Project project = store.get(id);
        if (project.outputPath() == null) {
            throw new Failure.Validation("NOT_FINISHED", id + " is " + project.status() + "; its video is not there");
        }
        return file(id, "video.mp4");
    }

    /** Deletes a project that has ended, then what it left on the disk. */
    void delete(String id) {
        Optional<Path> folder = folder(store.get(id));
        store.delete(id);
        orders.clear(id);
        folder.ifPresent(Packages::deleteTree);
    }

    /** A path of the database leads nowhere else than into the output folder. */
    private Optional<Path> folder(Project project) {
        return Optional.ofNullable(project.outputPath())
                .map(path -> Path.of(path).normalize())
                .filter(path -> output.equals(path.getParent()));
    }

    private static void deleteTree(Path folder) {
        try {
            FolderTree.delete(folder);
        } catch (IOException e) {
            LOG.warn("the project is deleted, but not all of {}: {}", folder, e.toString());
        }
    }
}
