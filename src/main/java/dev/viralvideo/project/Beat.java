package dev.viralvideo.project;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Keeps one claim alive while its stage runs; close it before the claim is committed, failed or released. */
public final class Beat implements AutoCloseable {
    private static final long PROGRESS_NANOS = 1_000_000_000L;

    private final Claim claim;
    private final Runnable onLost;
    private final Consumer<Beat> onClose;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean lost;
    private volatile double progress;
    private volatile double written;
    private volatile long renewed;

    Beat(Claim claim, Runnable onLost, Consumer<Beat> onClose, long now) {
        this.claim = claim;
        this.onLost = onLost;
        this.onClose = onClose;
        this.renewed = now;
    }

    /** How far the stage is, 0 to 1; may be told as often as one likes, it is stored at most once a second. */
    public void progress(double fraction) {
        progress = fraction;
    }

    /** Whether the claim was lost: cancelled, taken over, or not renewable for too long. */
    public boolean lost() {
        return lost;
    }

    Claim claim() {
        return claim;
    }

    double progress() {
        return progress;
    }

    /** A sixth of the lease leaves room for several missed ones. */
    boolean isDue(long now) {
        long since = now - renewed;
        return since >= claim.lease().toNanos() / 6 || progress != written && since >= PROGRESS_NANOS;
    }

    /**
     * Others may take over when a whole lease has passed without a heartbeat, so that we must have stopped by then. As
     * long as the database is away nobody tells us.
     */
    boolean isStale(long now) {
        return now - renewed > claim.lease().toNanos() * 2 / 3;
    }

    void renewed(long when, double stored) {
        renewed = when;
        written = stored;
    }

    void lose() {
        if (ended.compareAndSet(false, true)) {
            lost = true;
            onClose.accept(this);
            onLost.run();
        }
    }

    @Override
    public void close() {
        ended.set(true);
        onClose.accept(this);
    }
}
