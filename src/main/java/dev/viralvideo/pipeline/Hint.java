package dev.viralvideo.pipeline;

import dev.viralvideo.project.Stage;
import java.util.List;
import java.util.Set;

/** "Look at this stage of this project": all that a queue ever carries. */
public record Hint(String projectId, Stage stage) {
    static List<Hint> of(String projectId, Set<Stage> stages) {
        return stages.stream().map(stage -> new Hint(projectId, stage)).toList();
    }
}
