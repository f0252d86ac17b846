package dev.viralvideo.http;

import dev.viralvideo.failure.Failure;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * A remote service, called with manners: within its limits, a bounded number at a time, again only when that can help
 * and when it says so, and not at all while it is down or has turned us away. It retries by itself; a route that calls
 * it fails over and does not redeliver.
 */
public final class Provider {
    private final String name;
    private final Manners manners;
    private final Surroundings around;
    private final Semaphore slots;
    private final Throttle throttle;
    private final Standing standing;
    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();

    Provider(String name, Manners manners, Surroundings around) {
        this.name = name;
        this.manners = manners;
        this.around = around;
        this.slots = new Semaphore(manners.concurrency(), true);
        this.throttle = new Throttle(manners.rates(), around.clock());
        this.standing = new Standing(name, manners, around.clock(), around.pauses());
    }

    /**
     * @return an answer that is what was asked for
     * @throws Failure.ExternalService code {@code PROVIDER_} + {@link ErrorKind}, with a {@link Refusal} inside
     */
    public Reply call(Call call) {
        for (int attempt = 1; ; attempt++) {
            Outcome outcome = attempt(call);
            if (outcome.refusal == null) {
                return outcome.reply.after(attempt);
            }
            Refusal refusal = outcome.refusal.after(attempt);
            boolean again = attempt < manners.attempts()
                    && outcome.mayRetry
                    && refusal.kind().retryable()
                    && (refusal.safeToRepeat() || call.repeatable());
            Duration wait = wait(refusal, attempt);
            if (!again
                    || wait.compareTo(manners.maxWait()) > 0
                    || standing.breakerState().equals("OPEN")) {
                throw refusal.asFailure(name);
            }
            pause(wait);
        }
    }

    /**
     * A file from this provider, within the same limits. A media host's refusal of one file says nothing about the
     * provider, so only its rate limits are remembered.
     */
    public Downloaded download(Download download, Path target) {
        return withSlot(() -> {
            awaitTurn();
            calls.increment();
            try {
                return around.downloads().fetch(download, target);
            } catch (Failure.ExternalService e) {
                failures.increment();
                Refusal.in(e)
                        .filter(refusal -> refusal.kind() == ErrorKind.RATE_LIMITED)
                        .flatMap(Refusal::retryAfter)
                        .ifPresent(time -> standing.pause(ErrorKind.RATE_LIMITED, time, e.getMessage()));
                throw e;
            }
        });
    }

    public ProviderState state() {
        Optional<Standing.Stop> stop = standing.obstacle();
        return new ProviderState(
                name,
                standing.breakerState(),
                stop.map(Standing.Stop::until).orElse(null),
                stop.map(Standing.Stop::kind).orElse(null),
                stop.map(Standing.Stop::reason).orElse(null),
                calls.sum(),
                failures.sum());
    }

    /** Forgets every pause, for instance because the operator has set a new key. */
    public void reset() {
        standing.reset();
    }

    private Outcome attempt(Call call) {
        return withSlot(() -> {
            if (!standing.enter()) {
                String why = "has trouble and is left alone for up to "
                        + manners.breakerWindow().toSeconds() + " s (" + standing.trouble() + ")";
                throw new Refusal(ErrorKind.TRANSIENT, 0, manners.breakerWindow(), true, why, null).asFailure(name);
            }
            try {
                awaitTurn();
            } catch (RuntimeException e) {
                standing.forgo();
                throw e;
            }
            return send(call);
        });
    }

    private Outcome send(Call call) {
        calls.increment();
        try {
            Reply reply = around.http().send(call);
            Instant now = around.clock().instant();
            Optional<Duration> nothingLeft = nothingLeft(reply, now);
            Verdict verdict =
                    manners.verdicts().of(reply, call.wantsJson(), now).orElseAfter(nothingLeft.orElse(null));
            String reason = "answered " + reply.status() + " to " + call
                    + around.excerpt().of(reply);
            standing.report(verdict, false, reason);
            nothingLeft.ifPresent(this::leaveAlone);
            if (verdict.ok()) {
                return new Outcome(reply, null, true);
            }
            failures.increment();
            return new Outcome(reply, refusal(verdict, reply.status(), reason), verdict.mayRetry());
        } catch (Failure.ExternalService e) {
            failures.increment();
            Refusal refusal = Refusal.in(e).orElseThrow(() -> e);
            boolean silent = e.code().equals(Faults.TIMEOUT) || e.code().equals(Faults.UNREACHABLE);
            boolean down = silent || e.code().equals(Faults.CUT);
            standing.report(new Verdict(down ? ErrorKind.TRANSIENT : null, null, true), silent, e.getMessage());
            return new Outcome(null, refusal, true);
        } catch (RuntimeException e) {
            standing.forgo();
            throw e;
        }
    }

    private static Refusal refusal(Verdict verdict, int status, String reason) {
        String message = verdict.kind().meaning() + " (" + reason + ")";
        return new Refusal(verdict.kind(), status, verdict.retryAfter(), true, message, null);
    }

    /** By its headers, for how long; empty when something is left. */
    private Optional<Duration> nothingLeft(Reply reply, Instant now) {
        return manners.rateHeaders().stream()
                .flatMap(header -> header.pause(reply, now).stream())
                .max(Duration::compareTo);
    }

    private void leaveAlone(Duration time) {
        boolean allowance = time.compareTo(Duration.ofHours(2)) > 0;
        ErrorKind kind = allowance ? ErrorKind.QUOTA : ErrorKind.RATE_LIMITED;
        standing.pause(kind, time, "said that nothing is left of its allowance");
    }

    /** Waits for the end of a short pause and for a token, or says at once that it would take too long. */
    private void awaitTurn() {
        Duration waited = Duration.ZERO;
        while (true) {
            Optional<Standing.Stop> stop = standing.obstacle();
            Duration wait = stop.map(s -> Duration.between(around.clock().instant(), s.until()))
                    .orElseGet(throttle::take);
            if (wait.isZero() || wait.isNegative()) {
                return;
            }
            waited = waited.plus(wait);
            boolean stopped = stop.filter(s -> s.kind().stopsProvider()).isPresent();
            if (stopped || waited.compareTo(manners.maxWait()) > 0) {
                throw leftAlone(stop, wait);
            }
            pause(wait);
        }
    }

    private Failure.ExternalService leftAlone(Optional<Standing.Stop> stop, Duration wait) {
        ErrorKind kind = stop.map(Standing.Stop::kind).orElse(ErrorKind.RATE_LIMITED);
        String why = stop.map(s -> kind.meaning() + ", and is left alone until "
                        + s.until().truncatedTo(ChronoUnit.SECONDS) + " (" + s.reason() + ")")
                .orElse("is asked as often as it allows; the next request may be sent in "
                        + Math.max(1, wait.toSeconds()) + " s");
        return new Refusal(kind, 0, wait, true, why, null).asFailure(name);
    }

    private Duration wait(Refusal refusal, int attempt) {
        return refusal.retryAfter().orElseGet(() -> {
            long base = manners.backoff().toMillis() << (attempt - 1);
            return Duration.ofMillis(base + ThreadLocalRandom.current().nextLong(base / 2 + 1));
        });
    }

    private <T> T withSlot(Supplier<T> work) {
        try {
            if (!slots.tryAcquire(
                    manners.maxWait().plus(manners.breakerWindow()).toMillis(), TimeUnit.MILLISECONDS)) {
                String why = "is busy: " + manners.concurrency() + " calls are running and none ended in time";
                throw new Refusal(ErrorKind.RATE_LIMITED, 0, null, true, why, null).asFailure(name);
            }
        } catch (InterruptedException e) {
            throw Faults.interrupted(e);
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }

    private void pause(Duration time) {
        try {
            around.sleep().of(time.plusMillis(1));
        } catch (InterruptedException e) {
            throw Faults.interrupted(e);
        }
    }

    /** What all providers share. */
    record Surroundings(Http http, Downloads downloads, Clock clock, Sleep sleep, Excerpt excerpt, Pauses pauses) {}

    private record Outcome(Reply reply, Refusal refusal, boolean mayRetry) {}
}
