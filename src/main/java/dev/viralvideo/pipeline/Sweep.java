package dev.viralvideo.pipeline;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.project.Sweeper;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every two seconds for work that nobody is at: dropped by a dead worker, hinted at by a lost message, or due again. */
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int STRANDED_EVERY = 150;
    private static final int STRANDED_AT_ONCE = 100;

    private final Sweeper sweeper;
    private final Hints hints;
    private int sweeps;
    private String trouble;

    public Sweep(Sweeper sweeper, Hints hints) {
        this.sweeper = sweeper;
        this.hints = hints;
    }

    /** @return hints to send; none while the database is not well */
    public synchronized List<Hint> run() {
        try {
            List<Hint> due = look();
            trouble = null;
            return due;
        } catch (Failure failure) {
            // every time the same would fill a log, on a disk that is full as it is
            if (!failure.code().equals(trouble)) {
                LOG.error("cannot look for work: {}", failure.getMessage());
                trouble = failure.code();
            }
            return List.of();
        }
    }

    private List<Hint> look() {
        sweeper.reopenExpired();
        if (sweeps++ % STRANDED_EVERY == 0) {
            sweeper.mendStranded(STRANDED_AT_ONCE);
        }
        return hints.due();
    }
}
