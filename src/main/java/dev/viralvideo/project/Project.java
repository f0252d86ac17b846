package dev.viralvideo.project;

import dev.viralvideo.intake.Request;
import java.time.Instant;

/**
 * A topic on its way to a video, with every checkpoint so far.
 *
 * @param script      JSON of the script, null until that stage is done; likewise the two after it
 * @param outputPath  the finished package's folder, null until the video is done
 * @param error       JSON {@code {category, code, message, stage, attempts, at}} of a failed project, else null
 * @param seed        the request's seed, else one that follows from its topic
 * @param source      the edge it came in by, or null
 */
public record Project(
        String id,
        Request request,
        String topic,
        ProjectStatus status,
        String script,
        String mediaAssets,
        String audioTracks,
        String outputPath,
        String error,
        Instant createdAt,
        Instant updatedAt,
        int priority,
        long seed,
        String source,
        String replyTo,
        String correlationId) {}
