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
            breaker.onError(0, TimeUnit.NANOSECONDS, new Refusal(ErrorKind.TRANSIENT, 0, null, !silent, reason, null));
            if (silent && breaker.getState() != CircuitBreaker.State.OPEN) {
                breaker.transitionToOpenState();
            }
        } else {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
        pauseAfter(verdict, reason);
    }

    /** Everybody waits when one was told to; a rate limit without a time is answered with our own back-off. */
    private void pauseAfter(Verdict verdict, String reason) {
        if (verdict.kind() == null) {
            return;
        }
        Optional<Duration> told = Optional.ofNullable(verdict.retryAfter());
        if (verdict.kind().stopsProvider()) {
            pause(verdict.kind(), told.orElse(manners.stopFor()), reason);
        } else if (verdict.kind() == ErrorKind.RATE_LIMITED) {
            pause(ErrorKind.RATE_LIMITED, told.orElse(manners.backoff()), reason);
        } else if (verdict.kind() == ErrorKind.TRANSIENT && told.isPresent()) {
            pause(ErrorKind.TRANSIENT, told.get(), reason);
        }
    }

    /** A later end wins; a shorter pause never lifts a stop. */
    synchronized void pause(ErrorKind kind, Duration time, String reason) {
        Instant until = clock.instant().plus(time);
        if (stop == null || until.isAfter(stop.until())) {
            stop = new Stop(kind, until, reason);
            pauses.keep(name, stop);
        }
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
