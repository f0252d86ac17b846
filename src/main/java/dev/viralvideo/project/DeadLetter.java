package dev.viralvideo.project;

import java.time.Instant;

/**
 * What could not be worked on, kept until somebody replays it.
 *
 * @param projectId  the failed project, or null for a message that never became one
 * @param source     the stage or edge that gave up, for example {@code video} or {@code broker}
 * @param payload    the error JSON of a project, or the message as it came in
 * @param origin     what else a replay needs to know of a message
 * @param replayedAt null while it waits
 */
public record DeadLetter(
        long id,
        String projectId,
        String source,
        String reason,
        String payload,
        Origin origin,
        Instant createdAt,
        Instant replayedAt) {}
