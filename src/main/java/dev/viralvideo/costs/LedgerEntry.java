package dev.viralvideo.costs;

import java.time.Instant;
import java.util.Map;

/**
 * A line of the ledger.
 *
 * @param micros   what it cost, or while it runs what is reserved for it; null when no price is known
 * @param attempts requests sent, 0 for a cached answer
 */
public record LedgerEntry(
        String id,
        String projectId,
        String provider,
        String model,
        String purpose,
        Map<Unit, Long> units,
        Long micros,
        Outcome outcome,
        int attempts,
        Instant createdAt) {}
