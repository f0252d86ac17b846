package dev.viralvideo.pipeline;

import dev.viralvideo.project.Sweeper;
import java.util.List;

/** Looks every second for work that nobody is at: dropped by a dead worker, hinted at by a lost message, or due again. */
public final class Sweep {
    private static final int STRANDED_EVERY = 300;
    private static final int STRANDED_AT_ONCE = 100;

    private final Sweeper sweeper;
    private final Hints hints;
    private int sweeps;

    public Sweep(Sweeper sweeper, Hints hints) {
        this.sweeper = sweeper;
        this.hints = hints;
    }

    /** @return hints to send */
    public synchronized List<Hint> run() {
        sweeper.reopenExpired();
        if (sweeps++ % STRANDED_EVERY == 0) {
            sweeper.mendStranded(STRANDED_AT_ONCE);
        }
        return hints.due();
    }
}
