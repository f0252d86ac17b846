package dev.viralvideo.http;

import dev.viralvideo.failure.Failure;
import java.time.Duration;
import java.util.Optional;

/**
 * The cause inside every {@link Failure.ExternalService} of this package: what kind of refusal it was, for code that
 * must decide (fail over, next rendition, repair). Its message holds no header and no query
 * string, and of a body at most a short masked excerpt.
 */
public final class Refusal extends RuntimeException {
    private final ErrorKind kind;
    private final int status;
    private final Duration retryAfter;
    private final boolean answered;

    Refusal(ErrorKind kind, int status, Duration retryAfter, boolean answered, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
        this.status = status;
        this.retryAfter = retryAfter;
        this.answered = answered;
    }

    /** The refusal inside a failure, if it came from a remote service. */
    public static Optional<Refusal> in(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    public ErrorKind kind() {
        return kind;
    }

    /** The HTTP status, 0 when there was no answer. */
    public int status() {
        return status;
    }

    /** When asking again could help, as far as the service said. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** False when the service was silent: it may still have done, and charged, the work. */
    public boolean answered() {
        return answered;
    }

    /** As a failure whose code is {@code PROVIDER_} and the kind. */
    Failure.ExternalService asFailure(String who) {
        return new Failure.ExternalService("PROVIDER_" + kind, kind.retryable(), who + ": " + getMessage(), this);
    }
}
