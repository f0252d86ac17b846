package dev.viralvideo.pipeline;

import dev.viralvideo.config.Folders;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.project.Claim;
import dev.viralvideo.project.Project;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.script.SpeakingRate;
import dev.viralvideo.script.TargetLength;
import dev.viralvideo.script.Template;
import dev.viralvideo.script.Templates;
import dev.viralvideo.video.output.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the order for a claimed stage, and keeps the projects' work folders. */
public final class Orders {
    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private static final int CLEARINGS = 5;

    private final ProjectStore store;
    private final Templates templates;
    private final SpeakingRate rate;
    private final Folders folders;

    public Orders(ProjectStore store, Templates templates, SpeakingRate rate, Folders folders) {
        this.store = store;
        this.templates = templates;
        this.rate = rate;
        this.folders = folders;
    }

    Order of(Claim claim) {
        Project project = store.get(claim.projectId());
        Template template = templates.get(project.request().template());
        double seconds = TargetLength.seconds(project.request(), template, rate);
        Order order = new Order(claim, project, template, seconds, work(project.id()));
        order.check();
        return order;
    }

    private Path work(String projectId) {
        Path folder = folders.work().resolve(projectId);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Failure.Resource(
                    "FOLDER_NOT_WRITABLE", "cannot create the work folder " + folder + ": " + IoReason.of(e), e);
        }
    }

    /** Removes a project's work folder; what cannot be removed stays for the next clean-up. */
    public void clear(String projectId) {
        delete(folders.work().resolve(projectId));
    }

    private static void delete(Path folder) {
        IOException last = null;
        // a stage that was stopped may put one more file there meanwhile
        for (int left = CLEARINGS; left > 0 && Files.exists(folder); left--) {
            try {
                FolderTree.delete(folder);
            } catch (IOException e) {
                last = e;
            }
        }
        if (Files.exists(folder)) {
            LOG.warn("cannot clear {}: {}", folder, String.valueOf(last));
        }
    }

    /** Half a rendered file is of no use, and large: it must not stay on a disk that is full because of it. */
    void discardHalves(String projectId) {
        try (Stream<Path> files = Files.walk(folders.work().resolve(projectId))) {
            List<Path> halves = files.filter(
                            file -> file.getFileName().toString().contains(".part."))
                    .toList();
            for (Path half : halves) {
                Files.deleteIfExists(half);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("cannot remove unfinished files of {}: {}", projectId, e.toString());
        }
    }

    /** What was made for a project that was cancelled meanwhile is of no use to anybody. */
    void clearCancelled(String projectId) {
        if (isCancelled(projectId)) {
            clear(projectId);
        }
    }

    /** Takes back a package that was put out a moment before its project was cancelled. */
    void withdraw(String projectId, Path published) {
        if (isCancelled(projectId)) {
            delete(published);
        }
    }

    private boolean isCancelled(String projectId) {
        return store.find(projectId)
                .filter(project -> project.status() == ProjectStatus.CANCELLED)
                .isPresent();
    }

    /** The projects that have a work folder. */
    List<String> all() {
        try (Stream<Path> entries = Files.list(folders.work())) {
            return entries.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            LOG.warn("cannot list {}: {}", folders.work(), e.toString());
            return List.of();
        }
    }

    Duration age(String projectId, Instant now) {
        try {
            return Duration.between(
                    Files.getLastModifiedTime(folders.work().resolve(projectId)).toInstant(), now);
        } catch (IOException e) {
            return Duration.ZERO; // gone already
        }
    }
}
