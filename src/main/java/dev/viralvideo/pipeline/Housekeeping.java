package dev.viralvideo.pipeline;

import dev.viralvideo.project.Outbox;
import dev.viralvideo.project.Project;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.Submissions;
import dev.viralvideo.video.output.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what nobody needs any more. Finished packages stay unless the operator gave them an age. */
public final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration ORPHAN = Duration.ofHours(1);

    /** How long things are kept; packages for ever when {@code output} is zero. */
    public record Ages(Duration failedWork, Duration output, Duration events) {}

    private final ProjectStore store;
    private final Outbox outbox;
    private final Submissions submissions;
    private final Orders orders;
    private final Path output;
    private final Clock clock;
    private final Ages ages;

    public Housekeeping(
            ProjectStore store,
            Outbox outbox,
            Submissions submissions,
            Orders orders,
            Path output,
            Clock clock,
            Ages ages) {
        this.store = store;
        this.outbox = outbox;
        this.submissions = submissions;
        this.orders = orders;
        this.output = output;
        this.clock = clock;
        this.ages = ages;
    }

    public synchronized void run() throws IOException {
        orders.all().stream().filter(this::isDone).forEach(orders::clear);
        Instant eventsBefore = clock.instant().minus(ages.events());
        outbox.purge(eventsBefore);
        submissions.forgetKeys(eventsBefore);
        if (!ages.output().isZero()) {
            removeOldPackages();
        }
    }

    /** Whether a project's work files can go. */
    private boolean isDone(String projectId) {
        Optional<Project> project = store.find(projectId);
        if (project.isEmpty()) {
            return orders.age(projectId, clock.instant()).compareTo(ORPHAN) > 0;
        }
        ProjectStatus status = project.get().status();
        Duration age = Duration.between(project.get().updatedAt(), clock.instant());
        return status == ProjectStatus.COMPLETED
                || status == ProjectStatus.CANCELLED
                || status == ProjectStatus.FAILED && age.compareTo(ages.failedWork()) > 0;
    }

    /** Only folders that hold one of our reports are packages; anything else in there is not ours. */
    private void removeOldPackages() throws IOException {
        if (!Files.isDirectory(output)) {
            return;
        }
        Instant before = clock.instant().minus(ages.output());
        try (Stream<Path> folders = Files.list(output)) {
            List<Path> old =
                    folders.filter(folder -> isOldPackage(folder, before)).toList();
            for (Path folder : old) {
                LOG.info(
                        "removing {}, it is older than {} days",
                        folder,
                        ages.output().toDays());
                FolderTree.delete(folder);
            }
        }
    }

    private static boolean isOldPackage(Path folder, Instant before) {
        try {
            Path report = folder.resolve("report.json");
            return Files.isRegularFile(report)
                    && Files.getLastModifiedTime(report).toInstant().isBefore(before);
        } catch (IOException e) {
            return false; // gone already
        }
    }
}
