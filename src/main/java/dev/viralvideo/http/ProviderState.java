package dev.viralvideo.http;

import java.time.Instant;

/**
 * How a provider is doing, for health checks and the report.
 *
 * @param breaker     CLOSED, OPEN or HALF_OPEN
 * @param pausedUntil null when it may be asked
 * @param reason      of the pause, or null
 * @param calls       requests sent since the start, retries included
 * @param failures    of those
 */
public record ProviderState(
        String name, String breaker, Instant pausedUntil, ErrorKind kind, String reason, long calls, long failures) {}
