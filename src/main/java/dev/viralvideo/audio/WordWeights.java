package dev.viralvideo.audio;

import java.util.List;

/** How long words take to say relative to each other, and where a speaker is likely to pause; rough, any language. */
final class WordWeights {
    private static final double SYLLABLE = 1.6;
    private static final double LETTER = 0.55;
    private static final double WORD = 0.5;
    private static final double FIGURE = 3.2;
    /** Words such as "the" and "of" are hurried. */
    private static final double SMALL = 0.7;

    private static final double FINAL = 1.22;

    private final double[] sums;
    private final double[] eagerness;

    WordWeights(List<String> words) {
        sums = new double[words.size() + 1];
        eagerness = new double[words.size()];
        for (int i = 0; i < words.size(); i++) {
            eagerness[i] = eagerness(words.get(i));
            sums[i + 1] = sums[i] + weight(words.get(i)) * (eagerness[i] > 0 ? FINAL : 1);
        }
    }

    /** Of the words before this one. */
    double before(int word) {
        return sums[word];
    }

    double total() {
        return sums[sums.length - 1];
    }

    /** How likely there is a pause after the word: 0 hardly, 1 perhaps (a comma), 2 surely (a full stop). */
    double eagerness(int word) {
        return eagerness[word];
    }

    private static double weight(String word) {
        double weight = WORD;
        boolean vowel = false;
        for (int point : word.toLowerCase(java.util.Locale.ROOT).codePoints().toArray()) {
            if (Character.isDigit(point)) {
                weight += FIGURE;
            } else if (Character.isIdeographic(point)) {
                weight += SYLLABLE + LETTER;
            } else if (Character.isLetter(point)) {
                boolean now = "aeiouyäöüáéíóúàèìòùâêîôûåæøœаеёиоуыэюя".indexOf(point) >= 0;
                weight += LETTER + (now && !vowel ? SYLLABLE : 0);
                vowel = now;
            }
        }
        return word.length() <= 3 && weight < FIGURE ? weight * SMALL : weight;
    }

    private static double eagerness(String word) {
        String end = word.replaceAll("[\"'”’)\\]]+$", "");
        if (end.matches("(?s).*[.!?…。！？]")) {
            return 2;
        }
        return end.matches("(?s).*([,;:—–、，；：]|--)") || end.endsWith("...") ? 1 : 0;
    }
}
