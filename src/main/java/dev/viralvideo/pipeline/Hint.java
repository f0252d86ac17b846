package dev.viralvideo.pipeline;

import dev.viralvideo.project.Stage;

/** "Look at this stage of this project": all that a queue ever carries. */
public record Hint(String projectId, Stage stage) {}
