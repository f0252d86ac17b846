package dev.viralvideo.http;

import dev.viralvideo.failure.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A documented limit: so many requests in so long, written {@code 100/60s}, {@code 200/hour}, {@code 20000/30d}. */
public record Rate(long requests, Duration per) {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,9})\\s*/\\s*(\\d{0,6})\\s*(s|sec|second|m|min|minute|h|hour|d|day|month)s?");

    public Rate {
        if (requests < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("a rate needs at least one request in a time above zero");
        }
    }

    public static Rate parse(String text) {
        return find(text)
                .orElseThrow(() -> new Failure.Configuration(
                        "BAD_RATE",
                        "the rate '" + text + "' cannot be read: expected for example 100/60s or 200/hour"));
    }

    static Optional<Rate> find(String text) {
        Matcher parts = FORM.matcher(text.strip().toLowerCase(java.util.Locale.ROOT));
        if (!parts.matches() || Long.parseLong(parts.group(1)) < 1) {
            return Optional.empty();
        }
        long count = parts.group(2).isEmpty() ? 1 : Math.max(1, Long.parseLong(parts.group(2)));
        return Optional.of(
                new Rate(Long.parseLong(parts.group(1)), unit(parts.group(3)).multipliedBy(count)));
    }

    private static Duration unit(String name) {
        if (name.equals("month")) {
            return Duration.ofDays(30);
        }
        return switch (name.charAt(0)) {
            case 's' -> Duration.ofSeconds(1);
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }
}
