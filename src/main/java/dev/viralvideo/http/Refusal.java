package dev.viralvideo.http;

import dev.viralvideo.failure.Failure;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.ConnectTimeoutException;

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
    private final int attempts;

    Refusal(ErrorKind kind, int status, Duration retryAfter, boolean answered, String reason, Throwable cause) {
        this(kind, status, retryAfter, answered, reason, cause, 0);
    }

    private Refusal(
            ErrorKind kind,
            int status,
            Duration retryAfter,
            boolean answered,
            String reason,
            Throwable cause,
            int attempts) {
        super(reason, cause);
        this.kind = kind;
        this.status = status;
        this.retryAfter = retryAfter;
        this.answered = answered;
        this.attempts = attempts;
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

    /** How often it was asked; 0 when it was left alone. */
    public int attempts() {
        return attempts;
    }

    Refusal after(int moreAttempts) {
        return new Refusal(kind, status, retryAfter, answered, getMessage(), getCause(), moreAttempts);
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

    /**
     * Whether the work may have been done, and charged, all the same: the service fell silent over it, or answered with
     * something that it made but that cannot be used.
     */
    public boolean mayBeCharged() {
        boolean made = kind == ErrorKind.INVALID_OUTPUT || kind == ErrorKind.CONTENT_REFUSED;
        return answered ? made && status >= 200 && status < 300 : !neverSent();
    }

    /** Whether the same request may be sent again without its work being done twice. */
    boolean safeToRepeat() {
        return answered || neverSent();
    }

    /** There was no connection that it could have been sent over. */
    private boolean neverSent() {
        return getCause() instanceof ConnectException
                || getCause() instanceof ConnectTimeoutException
                || getCause() instanceof NoRouteToHostException
                || getCause() instanceof UnknownHostException;
    }

    /** As a failure whose code is {@code PROVIDER_} and the kind. */
    Failure.ExternalService asFailure(String who) {
        return new Failure.ExternalService("PROVIDER_" + kind, kind.retryable(), who + ": " + getMessage(), this);
    }
}
