package dev.viralvideo.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The times that a voice told, carried over to the words as they are written: by their letters, so that split, joined
 * and punctuated words find each other; what was spoken otherwise than written ("25", "twenty-five") shares out the
 * time between its neighbours.
 */
final class WordTimes {
    private static final double LEAST_MATCHED = 0.5;
    private static final double SLACK_SECONDS = 0.35;

    private WordTimes() {}

    /**
     * @param seconds length of the audio
     * @return empty when the times cannot be true: out of order, beyond the end, without length, of another text
     */
    static Optional<List<WordTiming>> of(List<String> words, List<TimedText> told, double seconds) {
        if (words.isEmpty() || told.isEmpty() || !plausible(told, seconds)) {
            return Optional.empty();
        }
        List<Letter> letters = letters(told);
        double[][] spans = matched(words, letters);
        long found = java.util.Arrays.stream(spans).filter(span -> span != null).count();
        if (found < words.size() * LEAST_MATCHED) {
            return Optional.empty();
        }
        double from = told.get(0).start();
        double to = Math.min(seconds, told.get(told.size() - 1).end());
        fill(words, spans, from, to);
        List<WordTiming> timings = new ArrayList<>();
        double last = 0;
        for (int i = 0; i < words.size(); i++) {
            double start = Math.max(last, spans[i][0]);
            last = Math.min(seconds, Math.max(start, spans[i][1]));
            timings.add(new WordTiming(words.get(i), Math.min(start, last), last));
        }
        return Optional.of(timings);
    }

    private static boolean plausible(List<TimedText> told, double seconds) {
        double last = 0;
        double spoken = 0;
        for (TimedText one : told) {
            if (!Double.isFinite(one.start()) || !Double.isFinite(one.end()) || one.start() < last - 0.02) {
                return false;
            }
            if (one.end() < one.start() || one.end() > seconds + SLACK_SECONDS) {
                return false;
            }
            last = one.start();
            spoken += one.end() - one.start();
        }
        return spoken > seconds * 0.15;
    }

    private record Letter(int letter, double start, double end) {}

    private static List<Letter> letters(List<TimedText> told) {
        List<Letter> letters = new ArrayList<>();
        for (TimedText one : told) {
            int[] points = normal(one.text());
            double each = points.length == 0 ? 0 : (one.end() - one.start()) / points.length;
            for (int i = 0; i < points.length; i++) {
                letters.add(new Letter(points[i], one.start() + i * each, one.start() + (i + 1) * each));
            }
        }
        return letters;
    }

    private static int[] normal(String text) {
        return text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .toArray();
    }

    /** The span of each word whose letters follow in what was told; a word that does not appear soon has none. */
    private static double[][] matched(List<String> words, List<Letter> letters) {
        double[][] spans = new double[words.size()][];
        int at = 0;
        for (int i = 0; i < words.size(); i++) {
            int[] word = normal(words.get(i));
            int found = find(word, letters, at, at == 0 ? 40 : 40 + 3 * word.length);
            if (word.length > 0 && found >= 0) {
                spans[i] = new double[] {
                    letters.get(found).start(),
                    letters.get(found + word.length - 1).end()
                };
                at = found + word.length;
            }
        }
        return spans;
    }

    private static int find(int[] word, List<Letter> letters, int from, int within) {
        for (int at = from; at + word.length <= letters.size() && at <= from + within; at++) {
            int same = 0;
            while (same < word.length && letters.get(at + same).letter() == word[same]) {
                same++;
            }
            if (same == word.length && (at == from || word.length > 2)) {
                return at;
            }
        }
        return -1;
    }

    /** Words without a span share the time between those that have one, by their length. */
    private static void fill(List<String> words, double[][] spans, double from, double to) {
        int i = 0;
        while (i < spans.length) {
            if (spans[i] != null) {
                i++;
                continue;
            }
            int end = i;
            while (end < spans.length && spans[end] == null) {
                end++;
            }
            double start = i == 0 ? from : spans[i - 1][1];
            double stop = end == spans.length ? Math.max(start, to) : Math.max(start, spans[end][0]);
            double total = 0;
            for (int k = i; k < end; k++) {
                total += words.get(k).length();
            }
            for (int k = i; k < end; k++) {
                double length = (stop - start) * words.get(k).length() / total;
                double at = k == i ? start : spans[k - 1][1];
                spans[k] = new double[] {at, at + length};
            }
            i = end;
        }
    }
}
