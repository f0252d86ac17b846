package dev.viralvideo.cache;

/** How often a tier was asked since the start, and how it answered; an error counts as a miss too. */
public record TierCounts(String tier, long hits, long misses, long errors) {}
