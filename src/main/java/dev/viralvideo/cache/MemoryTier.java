package dev.viralvideo.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Entries in this process, bounded by their bytes; the least useful go first. */
public final class MemoryTier implements Tier {
    private final com.github.benmanes.caffeine.cache.Cache<CacheKey, CacheEntry> entries;

    public MemoryTier(long maxBytes) {
        entries = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((CacheKey key, CacheEntry entry) -> entry.weight())
                .executor(Runnable::run)
                .build();
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Optional<CacheEntry> find(CacheKey key) {
        return Optional.ofNullable(entries.getIfPresent(key));
    }

    @Override
    public void put(CacheEntry entry) {
        entries.put(entry.key(), entry);
    }

    @Override
    public int removeMatching(String glob) {
        Glob pattern = new Glob(glob);
        return removeIf(entry -> pattern.matches(entry.getKey().name()));
    }

    @Override
    public void prune(Instant now) {
        removeIf(entry -> !entry.getValue().isFreshAt(now));
    }

    private int removeIf(Predicate<Map.Entry<CacheKey, CacheEntry>> unwanted) {
        int before = entries.asMap().size();
        entries.asMap().entrySet().removeIf(unwanted);
        return Math.max(0, before - entries.asMap().size());
    }
}
