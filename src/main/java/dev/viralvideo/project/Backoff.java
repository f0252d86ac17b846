package dev.viralvideo.project;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often a stage is tried and how long it waits after a failure: the first wait × 2^(n−1), a fifth more or less by
 * chance, and never less than was asked for.
 */
public final class Backoff {
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final double JITTER = 0.2;

    private final int attempts;
    private final Duration first;
    private final RandomGenerator random;

    /**
     * @param attempts tries in all, from 1
     * @param first    the wait after the first failure
     */
    public Backoff(int attempts, Duration first, RandomGenerator random) {
        this.attempts = attempts;
        this.first = first;
        this.random = random;
    }

    /** Whether no try follows this one. */
    boolean isLast(int attempt) {
        return attempt >= attempts;
    }

    /**
     * @param failures   how often it has failed, from 1
     * @param retryAfter what the provider asked for, or null
     */
    Duration after(int failures, Duration retryAfter) {
        double jitter = 1 - JITTER + 2 * JITTER * random.nextDouble();
        long millis = Math.min(LONGEST.toMillis(), first.toMillis()) << Math.min(20, failures - 1);
        Duration wait = Duration.ofMillis(Math.round(millis * jitter));
        Duration asked = retryAfter == null || retryAfter.compareTo(wait) < 0 ? wait : retryAfter;
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
