package dev.viralvideo.cache;

import java.time.Instant;
import java.util.Optional;

/** One place where entries are kept. Tiers know nothing of each other, and may lose or keep stale entries. */
public interface Tier {
    String name();

    Optional<CacheEntry> find(CacheKey key);

    void put(CacheEntry entry);

    /** @return how many entries were removed */
    int removeMatching(String glob);

    /** Drops what is no longer fresh. */
    void prune(Instant now);
}
