package dev.viralvideo.ops.metrics;

import java.time.Duration;
import java.util.function.Supplier;

/** A value that is looked up again only when it is older than so long: many gauges of one scrape share one query. */
final class Remembered<T> implements Supplier<T> {
    private final Supplier<T> source;
    private final long keep;
    private T value;
    private long since;

    Remembered(Supplier<T> source, Duration keep) {
        this.source = source;
        this.keep = keep.toNanos();
    }

    @Override
    public synchronized T get() {
        if (value == null || System.nanoTime() - since > keep) {
            value = source.get();
            since = System.nanoTime();
        }
        return value;
    }
}
