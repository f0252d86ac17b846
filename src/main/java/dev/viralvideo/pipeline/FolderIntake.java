package dev.viralvideo.pipeline;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.FileIdentity;
import dev.viralvideo.intake.Inbox;
import dev.viralvideo.intake.RejectedRows;
import dev.viralvideo.intake.SettledFiles;
import dev.viralvideo.intake.TopicFile;
import dev.viralvideo.intake.TopicRow;
import dev.viralvideo.project.IntakeFiles;
import dev.viralvideo.project.IntakeFiles.Drop;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.spi.IdempotentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes topic files in, each exactly once: its rows are stored in batches under keys that stay the same when the file
 * is read again, and only then does it leave the inbox.
 */
public final class FolderIntake implements GenericFileFilter<File> {
    private static final Logger LOG = LoggerFactory.getLogger(FolderIntake.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** What it works with. */
    public record Tools(
            SettledFiles settled, TopicFile reader, Inbox inbox, IntakeFiles files, Intake intake, IntakeGate gate) {}

    private final Tools tools;

    public FolderIntake(Tools tools) {
        this.tools = tools;
    }

    /** Goes with this bean as the endpoint's {@code inProgressRepository}. */
    public static IdempotentRepository nothingRemembered() {
        return new NothingRemembered();
    }

    /** Which files the route may have; while the gate is shut it gets none. */
    @Override
    public boolean accept(GenericFile<File> file) {
        return tools.gate().reason().isEmpty() && tools.settled().admits(path(file));
    }

    /** Takes in one file. What cannot be dealt with now stays in the inbox for later. */
    public void take(GenericFile<File> file) {
        Path path = path(file);
        try {
            read(path);
        } catch (NoSuchFileException e) {
            LOG.info("{} was taken away", shown(path));
        } catch (Failure.Resource | IOException | UncheckedIOException e) {
            LOG.warn("{} stays in the inbox and is tried again: {}", shown(path), String.valueOf(e.getMessage()));
            tools.settled().postpone(path, PAUSE);
        }
    }

    private void read(Path path) throws IOException {
        String before = FileIdentity.identity(path);
        try (RejectedRows rejected = tools.inbox().rejectedRows()) {
            Drop drop = null;
            FolderBatches batches = null;
            try (Stream<TopicRow> rows = tools.reader().read(path)) {
                FileIdentity identity = FileIdentity.of(path);
                drop = tools.files().begin(identity.content(), identity.identity());
                batches = new FolderBatches(tools.intake(), tools.files(), drop, rejected);
                if (!readAll(rows.iterator(), batches)) {
                    return;
                }
            } catch (Failure.Resource | UncheckedIOException e) {
                throw e;
            } catch (RuntimeException e) {
                rejected.add(reason(path, e));
            }
            if (!before.equals(FileIdentity.identity(path))) {
                LOG.warn("{} was changed while it was read; it is read again", shown(path));
                return;
            }
            leave(path, drop, batches, rejected);
        }
    }

    /** False when the gate shut before the end: the file stays, and the next reading goes on where this one stopped. */
    private boolean readAll(Iterator<TopicRow> rows, FolderBatches batches) {
        while (rows.hasNext()) {
            batches.add(rows.next());
            if (batches.isFull()) {
                batches.store();
                if (tools.gate().reason().isPresent()) {
                    batches.remember();
                    return false;
                }
            }
        }
        batches.store();
        return true;
    }

    private void leave(Path path, Drop drop, FolderBatches batches, RejectedRows rejected) throws IOException {
        int taken = batches == null ? 0 : batches.taken();
        if (drop != null) {
            tools.files().read(drop, batches.rows());
        }
        if (rejected.count() == 0) {
            tools.inbox().done(path);
            LOG.info("{}: {} topics taken in", shown(path), taken);
        } else {
            String summary = taken + (taken == 1 ? " topic was" : " topics were") + " taken in, " + rejected.count()
                    + " could not be:";
            Path list = tools.inbox().failed(path, rejected, summary);
            LOG.warn("{}: {} see {}", shown(path), summary, shown(list));
        }
        if (drop != null) {
            tools.files().moved(drop, batches.rows());
        }
    }

    private static String reason(Path path, RuntimeException problem) {
        Failure failure = Failures.of(problem);
        if (failure instanceof Failure.Internal) {
            LOG.error("{} meets an error of ours", shown(path), problem);
        }
        // whoever dropped it may know the inbox by another path
        return failure.getMessage().replace(path.toString(), shown(path));
    }

    private static Path path(GenericFile<File> file) {
        return file.getFile().toPath();
    }

    private static String shown(Path path) {
        return path.getFileName().toString().replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }
}
