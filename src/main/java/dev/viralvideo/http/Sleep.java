package dev.viralvideo.http;

import java.time.Duration;

/** Waits; a test's own does so without time passing. */
@FunctionalInterface
public interface Sleep {
    Sleep REAL = time -> Thread.sleep(time.toMillis());

    void of(Duration time) throws InterruptedException;
}
