package dev.viralvideo.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How loud a recording of one voice is, in frames of 10 ms, and where the voice pauses. */
final class SoundLevels {
    static final double FRAME_SECONDS = 0.01;

    private static final int FRAME = WavWriter.RATE / 100;
    private static final double SILENT_DB = -65;
    private static final int SHORTEST_PAUSE = 9;
    private static final double UNDER_VOICE_DB = 30;

    /** Frames from (inclusive) to (exclusive). */
    record Stretch(int from, int to) {
        int length() {
            return to - from;
        }
    }

    private final double[] levels;
    private final double threshold;

    private SoundLevels(double[] levels, double threshold) {
        this.levels = levels;
        this.threshold = threshold;
    }

    /** @param samples mono, 48 kHz */
    static SoundLevels of(short[] samples) {
        double[] levels = new double[Math.max(1, samples.length / FRAME)];
        for (int f = 0; f < levels.length; f++) {
            double sum = 0;
            int to = Math.min(samples.length, (f + 1) * FRAME);
            for (int i = f * FRAME; i < to; i++) {
                double sample = samples[i] / 32768.0;
                sum += sample * sample;
            }
            levels[f] = 10 * StrictMath.log10(sum / FRAME + 1e-10);
        }
        double[] sorted = levels.clone();
        Arrays.sort(sorted);
        double voice = sorted[(int) (sorted.length * 0.95)];
        double floor = sorted[(int) (sorted.length * 0.05)];
        // where the recording has noise of its own, the middle between noise and voice
        double threshold = Math.max(Math.max(-60, voice - UNDER_VOICE_DB), Math.min(floor + 6, (floor + voice) / 2));
        return new SoundLevels(levels, threshold);
    }

    int frames() {
        return levels.length;
    }

    /** From the first sound to the last; all of it when there is none. */
    Stretch voice() {
        int from = 0;
        while (from < levels.length && levels[from] < threshold) {
            from++;
        }
        int to = levels.length;
        while (to > from && levels[to - 1] < threshold) {
            to--;
        }
        return from == to ? new Stretch(0, levels.length) : new Stretch(from, to);
    }

    boolean silent() {
        return Arrays.stream(levels).allMatch(level -> level < SILENT_DB);
    }

    /** Pauses inside the voice, in order. */
    List<Stretch> pauses() {
        Stretch voice = voice();
        List<Stretch> pauses = new ArrayList<>();
        int from = -1;
        for (int f = voice.from(); f < voice.to(); f++) {
            if (levels[f] < threshold && from < 0) {
                from = f;
            } else if (levels[f] >= threshold && from >= 0) {
                if (f - from >= SHORTEST_PAUSE) {
                    pauses.add(new Stretch(from, f));
                }
                from = -1;
            }
        }
        return pauses;
    }

    /** The quietest frame at most this far from one: words rather meet there. */
    int quietest(int frame, int reach) {
        int best = Math.max(0, Math.min(levels.length - 1, frame));
        for (int f = Math.max(0, frame - reach); f <= Math.min(levels.length - 1, frame + reach); f++) {
            // a nearer frame wins over one that is hardly quieter
            if (levels[f] + 0.15 * Math.abs(f - frame) < levels[best] + 0.15 * Math.abs(best - frame)) {
                best = f;
            }
        }
        return best;
    }
}
