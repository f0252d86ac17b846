package dev.viralvideo.project;

import java.time.Instant;

/**
 * Where one stage of a project stands, for showing.
 *
 * @param fraction   how far it is, 0 to 1
 * @param worker     who works on it, or null
 * @param attempts   how often it has failed
 * @param startedAt  when it was last claimed, or null
 * @param finishedAt when it was done, or null
 */
public record StageProgress(
        Stage stage,
        StageState state,
        double fraction,
        String worker,
        int attempts,
        Instant startedAt,
        Instant finishedAt) {}
