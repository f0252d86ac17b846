package dev.viralvideo.cache;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The Cache Manager: remembers answers in several tiers, fastest first. A hit is copied to the faster tiers, and
 * concurrent misses of one key load it once. Another node's memory tier is not reached by {@link #invalidate}.
 */
public final class Cache {
    private final List<CountedTier> tiers;
    private final Clock clock;
    private final SingleFlight<CacheKey, CacheEntry> flights = new SingleFlight<>();
    private final ReadWriteLock invalidation = new ReentrantReadWriteLock();
    private volatile long generation;

    /** @param tiers fastest first */
    public Cache(List<Tier> tiers, Clock clock) {
        this.tiers = tiers.stream().map(CountedTier::new).toList();
        this.clock = clock;
    }

    public Optional<CacheEntry> get(CacheKey key) {
        invalidation.readLock().lock();
        try {
            return find(key);
        } finally {
            invalidation.readLock().unlock();
        }
    }

    /** What is remembered, or what the loader says; a loader's failure goes to all who wait and is not remembered. */
    public CacheEntry get(CacheKey key, Supplier<CacheEntry> loader) {
        return get(key).orElseGet(() -> flights.run(key, () -> justLoaded(key).orElseGet(() -> load(loader))));
    }

    /** The text of an entry, remembered for {@code ttl} after the loader made it. */
    public String text(CacheKey key, Duration ttl, Supplier<String> loader) {
        return get(key, () -> CacheEntry.of(key, loader.get(), clock.instant(), ttl))
                .body();
    }

    public void set(CacheEntry entry) {
        invalidation.readLock().lock();
        try {
            tiers.forEach(tier -> tier.put(entry));
        } finally {
            invalidation.readLock().unlock();
        }
    }

    /**
     * Forgets every entry whose {@code space:query} matches, in all tiers; what is being loaded now is not kept.
     *
     * @param glob {@code *} stands for any characters, {@code ?} for one
     * @return how many entries the fullest tier lost
     */
    public int invalidate(String glob) {
        invalidation.writeLock().lock();
        try {
            generation++;
            return removeEverywhere(glob);
        } finally {
            invalidation.writeLock().unlock();
        }
    }

    /** Drops what has outlived its ttl; for a timer. */
    public void prune() {
        Instant now = clock.instant();
        tiers.forEach(tier -> tier.prune(now));
    }

    public List<TierCounts> counts() {
        return tiers.stream().map(CountedTier::counts).toList();
    }

    private Optional<CacheEntry> find(CacheKey key) {
        for (int i = 0; i < tiers.size(); i++) {
            Optional<CacheEntry> found = tiers.get(i).find(key, clock::instant);
            if (found.isPresent() && fileIsThere(found.get())) {
                CacheEntry entry = found.get();
                tiers.subList(0, i).forEach(faster -> faster.put(entry));
                return found;
            }
        }
        return Optional.empty();
    }

    /** Another flight may have landed between our miss and our take-off; not a request of its own, so not counted. */
    private Optional<CacheEntry> justLoaded(CacheKey key) {
        return tiers.get(0).peek(key, clock.instant()).filter(Cache::fileIsThere);
    }

    /** One tier that fails does not keep the others from forgetting. */
    private int removeEverywhere(String glob) {
        int most = 0;
        RuntimeException failure = null;
        for (CountedTier tier : tiers) {
            try {
                most = Math.max(most, tier.removeMatching(glob));
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return most;
    }

    private CacheEntry load(Supplier<CacheEntry> loader) {
        long before = generation;
        CacheEntry loaded = loader.get();
        invalidation.readLock().lock();
        try {
            if (before == generation) {
                tiers.forEach(tier -> tier.put(loaded));
            }
        } finally {
            invalidation.readLock().unlock();
        }
        return loaded;
    }

    private static boolean fileIsThere(CacheEntry entry) {
        return entry.file() == null || Files.exists(Path.of(entry.file()));
    }
}
