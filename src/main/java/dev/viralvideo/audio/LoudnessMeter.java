package dev.viralvideo.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Integrated loudness of a WAV (ITU-R BS.1770-4: K-weighting, 400 ms blocks that overlap by three quarters, gates at
 * -70 LUFS and 10 LU under the mean), so that voice and music can be balanced before they are mixed.
 */
final class LoudnessMeter {
    /** What silence measures. */
    static final double SILENT_LUFS = -70;

    private static final int STEP = WavWriter.RATE / 10;
    private static final int STEPS_A_BLOCK = 4;
    private static final double RELATIVE_GATE_LU = 10;

    private final List<Double> steps = new ArrayList<>();
    private double energy;
    private int samples;

    private LoudnessMeter() {}

    /** LUFS; at least {@link #SILENT_LUFS}. */
    static double of(Path wav) throws IOException {
        try (WavReader reader = new WavReader(wav)) {
            LoudnessMeter meter = new LoudnessMeter();
            KWeighting[] weightings = new KWeighting[reader.channels()];
            for (int c = 0; c < weightings.length; c++) {
                weightings[c] = new KWeighting();
            }
            for (long i = 0; i < reader.frames(); i++) {
                double square = 0;
                for (KWeighting weighting : weightings) {
                    double weighted = weighting.next(reader.read() / 32768.0);
                    square += weighted * weighted;
                }
                meter.add(square);
            }
            return meter.integrated();
        }
    }

    private void add(double square) {
        energy += square;
        if (++samples == STEP) {
            steps.add(energy / STEP);
            energy = 0;
            samples = 0;
        }
    }

    private double integrated() {
        List<Double> blocks = blocks();
        double mean = mean(blocks, SILENT_LUFS);
        return Math.max(SILENT_LUFS, lufs(mean(blocks, Math.max(SILENT_LUFS, lufs(mean) - RELATIVE_GATE_LU))));
    }

    /** What is shorter than a block is one block. */
    private List<Double> blocks() {
        if (steps.size() < STEPS_A_BLOCK) {
            double sum = steps.stream().mapToDouble(Double::doubleValue).sum() * STEP + energy;
            return List.of(sum / Math.max(1, steps.size() * STEP + samples));
        }
        List<Double> blocks = new ArrayList<>(steps.size());
        for (int i = 0; i + STEPS_A_BLOCK <= steps.size(); i++) {
            blocks.add(steps.subList(i, i + STEPS_A_BLOCK).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0));
        }
        return blocks;
    }

    private static double mean(List<Double> blocks, double gate) {
        return blocks.stream()
                .mapToDouble(Double::doubleValue)
                .filter(block -> lufs(block) > gate)
                .average()
                .orElse(0);
    }

    private static double lufs(double energy) {
        return energy <= 0 ? Double.NEGATIVE_INFINITY : -0.691 + 10 * StrictMath.log10(energy);
    }

    /** The two filters of BS.1770-4, table 1 and 2, for 48 kHz. */
    private static final class KWeighting {
        private double x1;
        private double x2;
        private double y1;
        private double y2;
        private double z1;
        private double z2;

        double next(double x) {
            double y = 1.53512485958697 * x
                    - 2.69169618940638 * x1
                    + 1.19839281085285 * x2
                    + 1.69065929318241 * y1
                    - 0.73248077421585 * y2;
            double z = y - 2 * y1 + y2 + 1.99004745483398 * z1 - 0.99007225036621 * z2;
            x2 = x1;
            x1 = x;
            y2 = y1;
            y1 = y;
            z2 = z1;
            z1 = z;
            return z;
        }
    }
}
