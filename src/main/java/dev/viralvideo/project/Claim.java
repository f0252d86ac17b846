package dev.viralvideo.project;

import java.time.Duration;

/**
 * The right to work on one stage of one project.
 *
 * @param fence   grows with every claim of this stage; a commit with an older one is refused
 * @param attempt 1 for the first try, counting failures but not interruptions
 * @param lease   how long the claim outlives its last heartbeat
 */
public record Claim(String projectId, Stage stage, String worker, long fence, int attempt, Duration lease) {}
