package dev.viralvideo.pipeline;

import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.ProgressListener;
import dev.viralvideo.project.Stage;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;

/**
 * How far each project of this process has come. A stage's work has parts (segments, FFmpeg calls) that go on at the
 * same time, each reporting its own amount.
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
        private final DoubleConsumer listener;
        private final Map<String, Double> parts = new ConcurrentHashMap<>();
        private volatile double total;
        private volatile boolean complete;

        Work(DoubleConsumer listener) {
            this.listener = listener;
        }

        void reached(String part, double amount) {
            parts.put(part, amount);
            listener.accept(fraction());
        }

        double fraction() {
            double sum =
                    parts.values().stream().mapToDouble(Double::doubleValue).sum();
            return total <= 0 ? 0 : Math.min(complete ? 1 : ALMOST, sum / total);
        }
    }

    /** All parts of a stage may be done that is not yet: its result is still to be checked and kept. */
    private static final double ALMOST = 0.99;

    private final Map<String, Map<Stage, Work>> projects = new ConcurrentHashMap<>();

    /** @param listener is told the fraction, 0 to 1, whenever it changes */
    void begin(String projectId, Stage stage, DoubleConsumer listener) {
        projects.computeIfAbsent(projectId, id -> new ConcurrentHashMap<>()).put(stage, new Work(listener));
    }

    /** @param total sum of what the parts will report */
    void expect(String projectId, Stage stage, double total) {
        work(projectId, stage).total = total;
    }

    void reached(String projectId, Stage stage, String part, double amount) {
        work(projectId, stage).reached(part, amount);
    }

    void done(String projectId, Stage stage) {
        begin(projectId, stage, fraction -> {});
        work(projectId, stage).complete = true;
        expect(projectId, stage, 1);
        reached(projectId, stage, "all", 1);
    }

    /** A project that is not worked on here is at nought. */
    private Work work(String projectId, Stage stage) {
        return projects.getOrDefault(projectId, Map.of()).getOrDefault(stage, new Work(fraction -> {}));
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
        if (command.frames() > 1) {
            reached(command.owner(), Stage.VIDEO, command.label(), Math.min(frame, command.frames()));
        }
    }
}
