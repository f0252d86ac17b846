package dev.viralvideo.cache;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A tier whose faults are misses: a cache that cannot be read or written makes work slower, never impossible. */
final class CountedTier {
    private static final Logger LOG = LoggerFactory.getLogger(CountedTier.class);

    private final Tier tier;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder errors = new LongAdder();

    CountedTier(Tier tier) {
        this.tier = tier;
    }

    Optional<CacheEntry> find(CacheKey key, Supplier<Instant> now) {
        Optional<CacheEntry> found = peek(key, now.get());
        (found.isPresent() ? hits : misses).increment();
        return found;
    }

    Optional<CacheEntry> peek(CacheKey key, Instant now) {
        return attempt("read", () -> tier.find(key), Optional.<CacheEntry>empty())
                .filter(entry -> entry.isFreshAt(now));
    }

    void put(CacheEntry entry) {
        attempt(
                "write",
                () -> {
                    tier.put(entry);
                    return true;
                },
                false);
    }

    int removeMatching(String glob) {
        return tier.removeMatching(glob);
    }

    void prune(Instant now) {
        attempt(
                "prune",
                () -> {
                    tier.prune(now);
                    return true;
                },
                false);
    }

    TierCounts counts() {
        return new TierCounts(tier.name(), hits.sum(), misses.sum(), errors.sum());
    }

    private <T> T attempt(String what, Supplier<T> work, T otherwise) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            errors.increment();
            LOG.warn("cannot {} the {} cache: {}", what, tier.name(), e.toString());
            return otherwise;
        }
    }
}
