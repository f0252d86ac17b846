package dev.viralvideo.http;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the ways in which services say when to come back. Whatever cannot be read is no hint. */
final class RetryHints {
    /** No service is believed when it says longer. */
    static final Duration LONGEST = Duration.ofDays(32);

    private static final Pattern SPAN = Pattern.compile(
            "(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m(?!s))?(?:(\\d{1,9}(?:\\.\\d{1,9})?)s)?(?:(\\d{1,9}(?:\\.\\d{1,9})?)ms)?");

    private RetryHints() {}

    static Optional<Duration> retryAfter(Reply reply, Instant now) {
        return reply.header("retry-after-ms")
                .flatMap(RetryHints::seconds)
                .map(thousandfold -> thousandfold.dividedBy(1000))
                .or(() -> reply.header("retry-after")
                        .flatMap(value ->
                                seconds(value).or(() -> httpDate(value, now)).or(() -> span(value))));
    }

    /** {@code 37}, {@code 1.5}. */
    static Optional<Duration> seconds(String text) {
        if (!text.strip().matches("-?\\d{1,12}(\\.\\d{1,9})?")) {
            return Optional.empty();
        }
        return Optional.of(bounded(millis(text.strip(), 1000)));
    }

    /** {@code 6m0s}, {@code 20ms}, {@code 1h2m}. */
    static Optional<Duration> span(String text) {
        Matcher parts = SPAN.matcher(text.strip());
        if (text.isBlank() || !parts.matches()) {
            return Optional.empty();
        }
        long total = millis(parts.group(1), 86_400_000)
                + millis(parts.group(2), 3_600_000)
                + millis(parts.group(3), 60_000)
                + millis(parts.group(4), 1000)
                + millis(parts.group(5), 1);
        return Optional.of(bounded(total));
    }

    /** Seconds since 1970. */
    static Optional<Duration> epochSeconds(String text, Instant now) {
        return seconds(text).isEmpty()
                ? Optional.empty()
                : Optional.of(bounded(millis(text.strip(), 1000) - now.toEpochMilli()));
    }

    /** {@code 2026-10-21T07:28:00Z}. */
    static Optional<Duration> rfc3339(String text, Instant now) {
        try {
            return Optional.of(until(OffsetDateTime.parse(text.strip()).toInstant(), now));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> httpDate(String text, Instant now) {
        try {
            Instant date = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(until(date, now));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration until(Instant then, Instant now) {
        return bounded(then.toEpochMilli() - now.toEpochMilli());
    }

    private static long millis(String number, long unit) {
        return number == null
                ? 0
                : new BigDecimal(number).multiply(BigDecimal.valueOf(unit)).longValue();
    }

    private static Duration bounded(long millis) {
        return Duration.ofMillis(Math.max(0, Math.min(millis, LONGEST.toMillis())));
    }
}
