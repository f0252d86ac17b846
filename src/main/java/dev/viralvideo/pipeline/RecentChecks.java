package dev.viralvideo.pipeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Remembers for a second that a look at the disk found nothing wrong: thousands of topics ask for the same few names,
 * and a name that was removed is still noticed soon. What is wrong is looked at every time.
 */
final class RecentChecks {
    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier nanos;
    private final Map<String, Long> passed = new ConcurrentHashMap<>();

    RecentChecks(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void once(String name, Runnable check) {
        Long last = passed.get(name);
        if (last == null || nanos.getAsLong() - last > SECOND) {
            check.run();
            passed.put(name, nanos.getAsLong());
        }
    }
}
