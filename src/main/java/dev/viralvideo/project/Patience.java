package dev.viralvideo.project;

import dev.viralvideo.failure.Failure;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tries again while a database is locked or away; gives up with a {@link Failure} when the limit has passed. */
record Patience(Duration limit, String database) {
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long MAX_PAUSE_MILLIS = 500;

    <T> T of(Supplier<T> work) {
        long start = System.nanoTime();
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(MAX_PAUSE_MILLIS, 2 * pause)) {
            try {
                return work.get();
            } catch (Failure | LeaseLost e) {
                throw e;
            } catch (RuntimeException e) {
                DatabaseFault fault = DatabaseFault.of(e);
                boolean over = System.nanoTime() - start > limit.toNanos();
                if (!fault.isTransient() || over || !slept(pause)) {
                    throw fault.toFailure(database);
                }
            }
        }
    }

    /** False when interrupted: the thread is wanted elsewhere. */
    private static boolean slept(long millis) {
        try {
            // half of it by chance, so that nodes that collided do not collide again
            TimeUnit.MILLISECONDS.sleep(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
