package dev.viralvideo.pipeline;

import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.ProgressListener;
import dev.viralvideo.project.Stage;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far each project of this process has come; in memory only, for screens. A stage's work has parts (segments,
 * FFmpeg calls) that go on at the same time, each reporting its own amount.
 */
public final class ProgressBoard implements ProgressListener {
    /** Each stage from 0 to 1. */
    public record Progress(Map<Stage, Double> stages) {
        /** Their usual shares of the whole time, measured on a 45 s video. */
        private static final Map<Stage, Double> SHARES =
                Map.of(Stage.SCRIPT, 0.05, Stage.MEDIA, 0.08, Stage.AUDIO, 0.15, Stage.VIDEO, 0.72);

        public double fraction(Stage stage) {
            return stages.getOrDefault(stage, 0.0);
        }

        public double total() {
            return SHARES.entrySet().stream()
                    .mapToDouble(share -> share.getValue() * fraction(share.getKey()))
                    .sum();
        }
    }

    private static final class Work {
        private final double total;
        private final Map<String, Double> parts = new ConcurrentHashMap<>();

        Work(double total) {
            this.total = total;
        }

        double fraction() {
            double sum = parts.values().stream().mapToDouble(Double::doubleValue).sum();
            return total <= 0 ? 0 : Math.min(1, sum / total);
        }
    }

    private final Map<String, Map<Stage, Work>> projects = new ConcurrentHashMap<>();

    /** @param total sum of what the parts will report */
    public void begin(String projectId, Stage stage, double total) {
        projects.computeIfAbsent(projectId, id -> new ConcurrentHashMap<>()).put(stage, new Work(total));
    }

    public void reached(String projectId, Stage stage, String part, double amount) {
        Work work = projects.getOrDefault(projectId, Map.of()).get(stage);
        if (work != null) {
            work.parts.put(part, amount);
        }
    }

    public void done(String projectId, Stage stage) {
        begin(projectId, stage, 1);
        reached(projectId, stage, "all", 1);
    }

    public Progress of(String projectId) {
        Map<Stage, Double> stages = new EnumMap<>(Stage.class);
        projects.getOrDefault(projectId, Map.of()).forEach((stage, work) -> stages.put(stage, work.fraction()));
        return new Progress(stages);
    }

    public void forget(String projectId) {
        projects.remove(projectId);
    }

    /** The calls that say how many frames they write are those of the video stage. */
    @Override
    public void at(FfmpegCommand command, long frame) {
        if (command.frames() > 0) {
            reached(command.owner(), Stage.VIDEO, command.label(), Math.min(frame, command.frames()));
        }
    }
}
