package dev.viralvideo.project;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a failed stage waits: first × 2^(n−1), a fifth more or less by chance, and never less than was asked for. */
final class Backoff {
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final double JITTER = 0.2;

    private final RandomGenerator random;
    private final Duration first;

    /** @param first what the first failure waits, more or less */
    Backoff(RandomGenerator random, Duration first) {
        this.random = random;
        this.first = first;
    }

    /**
     * @param failures   how often it has failed, from 1
     * @param retryAfter what the provider asked for, or null
     */
    Duration after(int failures, Duration retryAfter) {
        double jitter = 1 - JITTER + 2 * JITTER * random.nextDouble();
        Duration wait = Duration.ofMillis(Math.round((first.toMillis() << Math.min(20, failures - 1)) * jitter));
        Duration asked = retryAfter == null || retryAfter.compareTo(wait) < 0 ? wait : retryAfter;
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
