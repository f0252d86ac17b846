package dev.viralvideo.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request to a provider's API.
 *
 * @param headers    may hold credentials: they are sent to the host of {@code url} only, and never shown
 * @param body       null for none
 * @param readLimit  the longest silence while the answer is awaited or read
 * @param deadline   for the whole call with its redirects
 * @param maxBytes   a longer answer is refused
 * @param repeatable whether it may be sent again when it is unknown if the first one was done (and charged)
 */
public record Call(
        String method,
        URI url,
        Map<String, String> headers,
        byte[] body,
        Duration readLimit,
        Duration deadline,
        long maxBytes,
        boolean repeatable) {
    private static final Duration READ_LIMIT = Duration.ofSeconds(15);
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final long MAX_BYTES = 16L << 20;

    public Call {
        Urls.checked(url);
        TreeMap<String, String> ordered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        ordered.putAll(headers);
        headers = java.util.Collections.unmodifiableMap(ordered);
    }

    public static Call get(String url) {
        return new Call("GET", Urls.parse(url), Map.of(), null, READ_LIMIT, DEADLINE, MAX_BYTES, true);
    }

    /** Not sent again after a silence, as it may have been done and charged; see {@link #repeatable(boolean)}. */
    public static Call post(String url, String contentType, byte[] body) {
        Map<String, String> headers = Map.of("Content-Type", contentType);
        return new Call("POST", Urls.parse(url), headers, body, READ_LIMIT, DEADLINE, MAX_BYTES, false);
    }

    public Call header(String name, String value) {
        if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+") || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not an HTTP header: " + name.replaceAll("\\p{Cntrl}", "?"));
        }
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new Call(method, url, more, body, readLimit, deadline, maxBytes, repeatable);
    }

    public Call limits(Duration newReadLimit, Duration newDeadline, long newMaxBytes) {
        return new Call(method, url, headers, body, newReadLimit, newDeadline, newMaxBytes, repeatable);
    }

    public Call repeatable(boolean yes) {
        return new Call(method, url, headers, body, readLimit, deadline, maxBytes, yes);
    }

    /** Says that the answer must be JSON: anything else with a good status comes from something on the way. */
    public Call json() {
        return header("Accept", "application/json");
    }

    boolean wantsJson() {
        return headers.getOrDefault("Accept", "").startsWith("application/json");
    }

    /** Method and place only. */
    @Override
    public String toString() {
        return method + " " + Urls.shown(url);
    }
}
