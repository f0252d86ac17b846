package dev.viralvideo.api;

import java.time.Instant;

/**
 * A token as it is listed; its secret is known to its holder alone.
 *
 * @param expiresAt null for never
 * @param revokedAt null while it is good
 */
public record Token(String id, String name, Scope scope, Instant createdAt, Instant expiresAt, Instant revokedAt) {
    /** Whether it opens anything at that time. */
    public boolean isGood(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
