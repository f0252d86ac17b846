package dev.viralvideo.audio;

import dev.viralvideo.audio.SoundLevels.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds when each word is said from the sound alone: the pauses of the recording are laid on the gaps between words
 * where they fit best (by the length of what lies between them and by punctuation), and between two pauses the words
 * share the time by their length. An estimate, exact at the pauses.
 */
final class SpeechAlignment {
    /** Seconds of deviation that cost as much as one missing pause at a comma. */
    private static final double TOLERANCE = 0.18;

    private static final double RELATIVE = 0.12;
    private static final double PAUSE_IN_NOTHING = 2.2;
    private static final double SKIPPED_PAUSE = 1.5;
    private static final double SKIPPED_STOP = 2.5;
    private static final double SKIPPED_COMMA = 0.4;
    private static final int SNAP = 5;

    private final List<String> words;
    private final WordWeights weights;
    private final SoundLevels levels;
    private final List<Stretch> pauses;
    /** Frames of voice, pauses left out, before the n-th pause; the last entry is all of it. */
    private final int[] voiced;

    private final double framesAWeight;

    private SpeechAlignment(List<String> words, SoundLevels levels) {
        this.words = words;
        this.weights = new WordWeights(words);
        this.levels = levels;
        this.pauses = levels.pauses();
        Stretch voice = levels.voice();
        this.voiced = new int[pauses.size() + 1];
        int from = voice.from();
        for (int j = 0; j < pauses.size(); j++) {
            voiced[j] = (j == 0 ? 0 : voiced[j - 1]) + pauses.get(j).from() - from;
            from = pauses.get(j).to();
        }
        voiced[pauses.size()] = (pauses.isEmpty() ? 0 : voiced[pauses.size() - 1]) + voice.to() - from;
        this.framesAWeight = voiced[pauses.size()] / Math.max(1e-6, weights.total());
    }

    /** @param samples mono, 48 kHz */
    static List<WordTiming> of(List<String> words, short[] samples) {
        return words.isEmpty() ? List.of() : new SpeechAlignment(words, SoundLevels.of(samples)).timings();
    }

    private List<WordTiming> timings() {
        int[] gapOfPause = assigned();
        double[] starts = new double[words.size()];
        double[] ends = new double[words.size()];
        int word = 0;
        int pause = -1;
        for (int j = 0; j <= pauses.size(); j++) {
            boolean last = j == pauses.size();
            if (last || gapOfPause[j] >= 0) {
                int next = last ? words.size() : gapOfPause[j] + 1;
                share(word, next, pause, j, starts, ends);
                word = next;
                pause = j;
            }
        }
        List<WordTiming> timings = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            timings.add(new WordTiming(words.get(i), starts[i], Math.max(starts[i], ends[i])));
        }
        return timings;
    }

    /** Gives the words between two pauses their part of the voice between them. */
    private void share(int fromWord, int toWord, int fromPause, int toPause, double[] starts, double[] ends) {
        Stretch voice = levels.voice();
        int from = fromPause < 0 ? voice.from() : pauses.get(fromPause).to();
        int to = toPause == pauses.size() ? voice.to() : pauses.get(toPause).from();
        double weight = weights.before(toWord) - weights.before(fromWord);
        int at = from;
        for (int i = fromWord; i < toWord; i++) {
            int end = to;
            if (i < toWord - 1) {
                double part = (weights.before(i + 1) - weights.before(fromWord)) / Math.max(1e-6, weight);
                end = Math.max(
                        at + 1, Math.min(to, levels.quietest(from + (int) Math.round(part * (to - from)), SNAP)));
            }
            starts[i] = at * SoundLevels.FRAME_SECONDS;
            ends[i] = Math.max(at, end) * SoundLevels.FRAME_SECONDS;
            at = end;
        }
    }

    /** For each pause the word it follows, -1 where it lies inside a word: the cheapest choice over all of them. */
    private int[] assigned() {
        int count = pauses.size();
        int gaps = words.size() - 1;
        double[][] cost = new double[count + 1][words.size()];
        int[][] fromPause = new int[count + 1][words.size()];
        int[][] fromGap = new int[count + 1][words.size()];
        for (int j = 0; j <= count; j++) {
            Arrays.fill(cost[j], Double.POSITIVE_INFINITY);
            boolean end = j == count;
            for (int gap = end ? gaps : 0; gap < (end ? words.size() : gaps); gap++) {
                for (int before = -1; before < j; before++) {
                    for (int last = before < 0 ? -1 : 0; last < (before < 0 ? 0 : gap); last++) {
                        double total = (before < 0 ? 0 : cost[before][last]) + step(before, last, j, gap);
                        if (total < cost[j][gap]) {
                            cost[j][gap] = total;
                            fromPause[j][gap] = before;
                            fromGap[j][gap] = last;
                        }
                    }
                }
            }
        }
        int[] gapOfPause = new int[count];
        Arrays.fill(gapOfPause, -1);
        int j = count;
        int gap = gaps;
        while (j >= 0 && gap >= 0) {
            if (j < count) {
                gapOfPause[j] = gap;
            }
            int before = fromPause[j][gap];
            gap = fromGap[j][gap];
            j = before;
        }
        return gapOfPause;
    }

    /** What it costs to have nothing assigned between pause {@code before} at gap {@code last} and this one. */
    private double step(int before, int last, int pause, int gap) {
        double spoken = voiced[pause] - (before < 0 ? 0 : voiced[before]);
        double expected = (weights.before(gap + 1) - weights.before(last + 1)) * framesAWeight;
        double scale = TOLERANCE + RELATIVE * expected * SoundLevels.FRAME_SECONDS;
        double off = (spoken - expected) * SoundLevels.FRAME_SECONDS / scale;
        double cost = off * off;
        for (int j = before + 1; j < pause; j++) {
            cost += SKIPPED_PAUSE * Math.min(3, pauses.get(j).length() / 15.0);
        }
        for (int i = last + 1; i < gap; i++) {
            cost += weights.eagerness(i) == 2 ? SKIPPED_STOP : weights.eagerness(i) == 1 ? SKIPPED_COMMA : 0;
        }
        return pause < pauses.size() && weights.eagerness(gap) == 0 ? cost + PAUSE_IN_NOTHING : cost;
    }
}
