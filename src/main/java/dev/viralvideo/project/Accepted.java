package dev.viralvideo.project;

/**
 * A submission that is durably stored.
 *
 * @param created false when its idempotency key had already made this project
 */
public record Accepted(String projectId, boolean created) {}
