package dev.viralvideo.http;

import dev.viralvideo.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A pair of headers that tells how much is left and when there is more, as a provider's file declares it:
 * {@code X-RateLimit-Remaining X-RateLimit-Reset seconds}. A {@code *} at the end of both names stands for any scope
 * (Openverse sends a pair for each of its throttles).
 */
record RateHeader(String remaining, String reset, Form form) {
    /** How the second header is to be read. */
    enum Form {
        /** Seconds from now. */
        SECONDS,
        /** Seconds since 1970. */
        EPOCH,
        /** A time. */
        RFC3339,
        /** A span such as 6m0s. */
        SPAN,
        /** The limit itself, such as 20/min: one more is allowed after a twentieth of a minute. */
        LIMIT
    }

    static RateHeader parse(String line) {
        String[] parts = line.strip().split("\\s+");
        try {
            if (parts.length != 3 || parts[0].endsWith("*") != parts[1].endsWith("*")) {
                throw new IllegalArgumentException("expected REMAINING RESET FORM");
            }
            return new RateHeader(
                    parts[0].toLowerCase(Locale.ROOT),
                    parts[1].toLowerCase(Locale.ROOT),
                    Form.valueOf(parts[2].toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new Failure.Configuration(
                    "BAD_RATE_HEADER",
                    "the rate header '" + line.strip() + "' cannot be read: expected for example"
                            + " X-RateLimit-Remaining X-RateLimit-Reset seconds|epoch|rfc3339|span|limit",
                    e);
        }
    }

    /** How long to wait before the next request, when nothing is left; else empty. */
    Optional<Duration> pause(Reply reply, Instant now) {
        if (!remaining.endsWith("*")) {
            return pause(reply, remaining, reset, now);
        }
        String prefix = remaining.substring(0, remaining.length() - 1);
        String other = reset.substring(0, reset.length() - 1);
        return reply.headers().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .flatMap(name -> pause(reply, name, other + name.substring(prefix.length()), now).stream())
                .max(Duration::compareTo);
    }

    private Optional<Duration> pause(Reply reply, String left, String until, Instant now) {
        boolean none = reply.header(left)
                .filter(text -> text.strip().matches("-\\d+|0+"))
                .isPresent();
        return none ? reply.header(until).flatMap(text -> read(text, now)) : Optional.empty();
    }

    private Optional<Duration> read(String text, Instant now) {
        return switch (form) {
            case SECONDS -> RetryHints.seconds(text);
            case EPOCH -> RetryHints.epochSeconds(text, now);
            case RFC3339 -> RetryHints.rfc3339(text, now);
            case SPAN -> RetryHints.span(text);
            case LIMIT -> Rate.find(text).map(rate -> rate.per().dividedBy(rate.requests()));
        };
    }
}
