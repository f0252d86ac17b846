package dev.viralvideo.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How we stand with a provider: may we ask now, and if not, why and until when. */
final class Standing {
    private final String name;
    private final Manners manners;
    private final Clock clock;
    private final Pauses pauses;
    private final CircuitBreaker breaker;
    private volatile Stop stop;
    private volatile String trouble = "";
    /** Refusals for speed in a row that named no time to come back. */
    private int blind;

    Standing(String name, Manners manners, Clock clock, Pauses pauses) {
        this.name = name;
        this.manners = manners;
        this.clock = clock;
        this.pauses = pauses;
        this.stop = pauses.of(name).orElse(null);
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(60)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(manners.breakerWindow())
                        .build());
    }

    /** What stands in the way now: a stop, or a pause that the provider asked for. */
    Optional<Stop> obstacle() {
        Stop now = stop;
        return now == null || !clock.instant().isBefore(now.until()) ? Optional.empty() : Optional.of(now);
    }

    /** Takes the breaker's permission, which {@link #report} or {@link #forgo} gives back. */
    boolean enter() {
        return breaker.tryAcquirePermission();
    }

    void forgo() {
        breaker.releasePermission();
    }

    /** @param silent whether there was no connection or no answer: then one is enough to leave it alone */
    void report(Verdict verdict, boolean silent, String reason) {
        if (verdict.kind() == ErrorKind.TRANSIENT) {
            trouble = reason;
            breaker.onError(0, TimeUnit.NANOSECONDS, new Refusal(ErrorKind.TRANSIENT, 0, null, !silent, reason, null));
            if (silent && breaker.getState() != CircuitBreaker.State.OPEN) {
                breaker.transitionToOpenState();
            }
        } else {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
        pauseAfter(verdict, reason);
    }

    /**
     * Everybody waits when one was told to. A rate limit without a time is answered with our own back-off, which doubles
     * as long as nothing else comes. Who turned us away for good may name the time of another limit, so the longer counts.
     */
    private synchronized void pauseAfter(Verdict verdict, String reason) {
        if (verdict.kind() == null) {
            blind = 0;
            return;
        }
        Optional<Duration> told = Optional.ofNullable(verdict.retryAfter());
        if (verdict.kind().stopsProvider()) {
            pause(verdict.kind(), longer(told.orElse(Duration.ZERO), manners.stopFor()), reason);
        } else if (verdict.kind() == ErrorKind.RATE_LIMITED) {
            pause(ErrorKind.RATE_LIMITED, told.orElseGet(this::blindly), reason);
        } else if (verdict.kind() == ErrorKind.TRANSIENT && told.isPresent()) {
            pause(ErrorKind.TRANSIENT, told.get(), reason);
        }
    }

    /** Calls that were refused together count once. */
    private Duration blindly() {
        if (obstacle().isPresent()) {
            return Duration.ZERO;
        }
        Duration doubled = manners.backoff().multipliedBy(1L << Math.min(blind, 20));
        blind++;
        return doubled.compareTo(manners.stopFor()) < 0 ? doubled : manners.stopFor();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** A later end wins; a shorter pause never lifts a stop. */
    synchronized void pause(ErrorKind kind, Duration time, String reason) {
        Instant until = clock.instant().plus(time);
        if (stop == null || until.isAfter(stop.until())) {
            stop = new Stop(kind, until, reason);
            pauses.keep(name, stop);
        }
    }

    /** What it answered, or did not, when it last had a fault that may pass. */
    String trouble() {
        return trouble;
    }

    String breakerState() {
        return breaker.getState().name();
    }

    void reset() {
        stop = null;
        pauses.forget(name);
        breaker.reset();
    }

    /** Why and until when a provider is left alone. */
    record Stop(ErrorKind kind, Instant until, String reason) {}
}
