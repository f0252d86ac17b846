package dev.viralvideo.pipeline;

import dev.viralvideo.project.Stage;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far each project of this process has come; in memory only, for screens. */
public final class ProgressBoard {
    /** Each stage from 0 to 1. */
    public record Progress(Map<Stage, Double> stages) {
        /** Their usual shares of the whole time, measured on a 45 s video. */
        private static final Map<Stage, Double> SHARES =
                Map.of(Stage.SCRIPT, 0.03, Stage.MEDIA, 0.07, Stage.AUDIO, 0.2, Stage.VIDEO, 0.7);

        public double fraction(Stage stage) {
            return stages.getOrDefault(stage, 0.0);
        }

        public double total() {
            return SHARES.entrySet().stream()
                    .mapToDouble(share -> share.getValue() * fraction(share.getKey()))
                    .sum();
        }
    }

    private final Map<String, Map<Stage, Double>> projects = new ConcurrentHashMap<>();

    public void at(String projectId, Stage stage, double fraction) {
        projects.compute(projectId, (id, stages) -> {
            Map<Stage, Double> next = stages == null ? new EnumMap<>(Stage.class) : new EnumMap<>(stages);
            next.put(stage, Math.max(0, Math.min(1, fraction)));
            return next;
        });
    }

    public Progress of(String projectId) {
        return new Progress(projects.getOrDefault(projectId, Map.of()));
    }

    public void forget(String projectId) {
        projects.remove(projectId);
    }
}
