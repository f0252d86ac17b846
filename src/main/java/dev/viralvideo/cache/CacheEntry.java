package dev.viralvideo.cache;

import java.time.Duration;
import java.time.Instant;

/**
 * Something remembered.
 *
 * @param body  the remembered answer, JSON or text; may be null when the file is all there is
 * @param url   where it came from, without credentials, or null
 * @param file  where its media lies, or null; an entry whose file has gone is a miss
 * @param score a ranking that is worth keeping, or null
 * @param ttl   how long it may be used
 */
public record CacheEntry(
        CacheKey key, String body, String url, String file, Double score, Instant createdAt, Duration ttl) {
    public CacheEntry {
        if (key == null || createdAt == null || ttl == null || ttl.isNegative() || ttl.isZero()) {
            throw new IllegalArgumentException("a cache entry needs a key, a time and a ttl above zero");
        }
    }

    public static CacheEntry of(CacheKey key, String body, Instant createdAt, Duration ttl) {
        return new CacheEntry(key, body, null, null, null, createdAt, ttl);
    }

    boolean isFreshAt(Instant now) {
        return now.isBefore(createdAt.plus(ttl));
    }

    /** Bytes it takes in memory, roughly: two for each character and the objects themselves. */
    int weight() {
        return 300 + 2 * (length(key.query()) + length(body) + length(url) + length(file));
    }

    private static int length(String text) {
        return text == null ? 0 : Math.min(text.length(), 1 << 28);
    }
}
