package dev.viralvideo.pipeline;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.project.ProgressReader;
import dev.viralvideo.project.Stage;
import dev.viralvideo.project.StageState;
import dev.viralvideo.video.output.FolderTree;
import dev.viralvideo.video.output.Leftover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the folder of finished packages free of what a crash left, and of old packages if the operator wants that. */
public final class OutputTidying {
    private static final Logger LOG = LoggerFactory.getLogger(OutputTidying.class);

    private final Path output;
    private final ProgressReader projects;
    private final Clock clock;
    private final Duration kept;

    /** @param kept how long packages are kept, for ever when zero */
    public OutputTidying(Path output, ProgressReader projects, Clock clock, Duration kept) {
        this.output = output;
        this.projects = projects;
        this.clock = clock;
        this.kept = kept;
    }

    void run() throws IOException {
        for (Leftover leftover : Leftover.in(output)) {
            if (!isBeingMade(leftover.projectId())) {
                LOG.info("clearing away {}, which was never finished", leftover.folder());
                leftover.settle();
            }
        }
        if (!kept.isZero() && Files.isDirectory(output)) {
            removeOld();
        }
    }

    /** On whatever node: only who holds the video stage's claim puts a package together. */
    private boolean isBeingMade(String projectId) {
        try {
            return projects.read(projectId).stages().stream()
                    .anyMatch(stage -> stage.stage() == Stage.VIDEO && stage.state() == StageState.CLAIMED);
        } catch (Failure.Validation unknown) {
            return false;
        }
    }

    private void removeOld() throws IOException {
        Instant before = clock.instant().minus(kept);
        try (Stream<Path> folders = Files.list(output)) {
            List<Path> old =
                    folders.filter(folder -> isOldPackage(folder, before)).toList();
            for (Path folder : old) {
                LOG.info("removing {}, it is older than {} days", folder, kept.toDays());
                FolderTree.delete(folder);
            }
        }
    }

    /** Only folders that hold one of our reports are packages; anything else in there is not ours. */
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
