package dev.viralvideo.project;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where a project stands, as {@code status} shows it.
 *
 * @param stage    the stage that is being worked on or comes next; null when the project has ended
 * @param percent  share of the whole work that is done, 0 to 100
 * @param timeLeft estimate of the work left, without waiting in queues; null when there is nothing to go by
 * @param error    error JSON, or null
 */
public record ProjectProgress(
        String id,
        String topic,
        ProjectStatus status,
        Stage stage,
        double percent,
        Duration timeLeft,
        List<StageProgress> stages,
        String outputPath,
        @JsonRawValue String error,
        Instant createdAt,
        Instant updatedAt) {
    static ProjectProgress of(ProjectSummary project, List<StageProgress> stages, Duration timeLeft) {
        double done = stages.stream()
                .mapToDouble(s -> s.stage().weight() * s.fraction())
                .sum();
        Stage current = project.status().terminal()
                ? null
                : stages.stream()
                        .filter(s -> s.state() != StageState.DONE)
                        .findFirst()
                        .map(StageProgress::stage)
                        .orElse(null);
        return new ProjectProgress(
                project.id(),
                project.topic(),
                project.status(),
                current,
                Math.round(done * 1000) / 10.0,
                timeLeft,
                stages,
                project.outputPath(),
                project.error(),
                project.createdAt(),
                project.updatedAt());
    }
}
