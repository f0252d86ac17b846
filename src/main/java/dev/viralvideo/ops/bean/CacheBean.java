package dev.viralvideo.ops.bean;

import dev.viralvideo.cache.Cache;
import dev.viralvideo.cache.TierCounts;
import java.util.stream.Collectors;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;

/** The remembered answers of providers. */
@ManagedResource(description = "Remembered answers of providers")
public final class CacheBean {
    private final Cache cache;

    public CacheBean(Cache cache) {
        this.cache = cache;
    }

    @ManagedAttribute(description = "Hits and misses of each tier since the start")
    public String getCounts() {
        return cache.counts().stream().map(CacheBean::text).collect(Collectors.joining(", "));
    }

    private static String text(TierCounts tier) {
        return tier.tier() + " " + tier.hits() + " hits " + tier.misses() + " misses";
    }

    @ManagedOperation(description = "Forgets what matches PROVIDER:QUESTION, such as pexels:* or *; says how many")
    public int clear(String pattern) {
        return cache.invalidate(pattern);
    }
}
