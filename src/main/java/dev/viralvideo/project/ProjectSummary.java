package dev.viralvideo.project;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/** One line of a list of projects: no checkpoints, so that a page of them stays small. */
public record ProjectSummary(
        String id,
        String topic,
        ProjectStatus status,
        String outputPath,
        @JsonRawValue String error,
        Instant createdAt,
        Instant updatedAt) {}
