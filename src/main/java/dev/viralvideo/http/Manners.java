package dev.viralvideo.http;

import dev.viralvideo.failure.Failure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a provider wants to be treated, all of it data from the provider's own file.
 *
 * @param rates         its documented limits; none means unlimited
 * @param concurrency   calls at the same time
 * @param attempts      for what may pass (rate limits, faults), the first included
 * @param backoff       before the second attempt; doubles, with up to half of it as jitter
 * @param maxWait       the longest wait, for a token or as told by the provider, that a caller is made to sit through
 * @param breakerWindow how long a provider that is down is left alone
 * @param stopFor       how long it is left alone after AUTH, QUOTA or BLOCKED when it names no time itself
 * @param rateHeaders   which headers tell what is left
 * @param verdicts      which statuses mislead
 */
public record Manners(
        List<Rate> rates,
        int concurrency,
        int attempts,
        Duration backoff,
        Duration maxWait,
        Duration breakerWindow,
        Duration stopFor,
        List<RateHeader> rateHeaders,
        Verdicts verdicts) {
    private static final Set<String> KNOWN = Set.of(
            "rates",
            "concurrency",
            "attempts",
            "backoff",
            "maxWait",
            "breakerWindow",
            "stopFor",
            "rateHeaders",
            "verdicts",
            "retryAfterInBody");

    /** For a local server or an unknown host: three at a time, no documented limit, no traps. */
    public static final Manners GENTLE = of(Map.of());

    /**
     * Reads the text form of a provider's file; what is not given has a gentle default.
     *
     * @param text {@code rates: "100/60s, 20000/30d"}, {@code concurrency: 3}, {@code attempts: 3}, durations such as
     *     {@code 30s} or {@code 500ms}, {@code rateHeaders} and {@code verdicts} one a line, {@code retryAfterInBody}
     *     an expression whose group 1 is seconds
     */
    public static Manners of(Map<String, String> text) {
        Set<String> unknown = new TreeSet<>(text.keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw bad("unknown " + unknown + "; known are " + new TreeSet<>(KNOWN));
        }
        return new Manners(
                lines(text.getOrDefault("rates", "").replace(',', '\n')).stream()
                        .map(Rate::parse)
                        .toList(),
                count(text, "concurrency", 3),
                count(text, "attempts", 3),
                span(text, "backoff", "1s"),
                span(text, "maxWait", "10s"),
                span(text, "breakerWindow", "60s"),
                span(text, "stopFor", "15m"),
                lines(text.getOrDefault("rateHeaders", "")).stream()
                        .map(RateHeader::parse)
                        .toList(),
                Verdicts.parse(lines(text.getOrDefault("verdicts", "")), text.get("retryAfterInBody")));
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static int count(Map<String, String> text, String name, int otherwise) {
        String value = text.getOrDefault(name, Integer.toString(otherwise)).strip();
        if (!value.matches("[1-9]\\d{0,2}")) {
            throw bad(name + " must be 1-999, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    private static Duration span(Map<String, String> text, String name, String otherwise) {
        String value = text.getOrDefault(name, otherwise);
        return RetryHints.span(value)
                .orElseThrow(() -> bad(name + " must be a time such as 30s, 500ms or 15m, not '" + value + "'"));
    }

    private static Failure.Configuration bad(String what) {
        return new Failure.Configuration("BAD_MANNERS", "manners of a provider: " + what);
    }
}
