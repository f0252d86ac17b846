package dev.viralvideo.project;

import java.time.Instant;

/** One line of a list of projects: no checkpoints, so that a page of them stays small. */
public record ProjectSummary(
        String id,
        String topic,
        ProjectStatus status,
        String outputPath,
        String error,
        Instant createdAt,
        Instant updatedAt) {}
