package dev.viralvideo.http;

import java.time.Duration;

/**
 * What an answer means.
 *
 * @param kind       null when it is what was asked for
 * @param retryAfter when asking again could help, null when the service did not say
 * @param mayRetry   false when the service asked not to be asked again
 */
public record Verdict(ErrorKind kind, Duration retryAfter, boolean mayRetry) {
    static final Verdict OK = new Verdict(null, null, true);

    /** With the time that came by another way, where a refusal for speed names none itself. */
    Verdict orElseAfter(Duration time) {
        return kind == ErrorKind.RATE_LIMITED && retryAfter == null ? new Verdict(kind, time, mayRetry) : this;
    }

    public boolean ok() {
        return kind == null;
    }
}
