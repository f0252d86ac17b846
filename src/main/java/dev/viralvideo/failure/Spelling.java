package dev.viralvideo.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant, for a message that asks "did you mean …?". */
public final class Spelling {
    private Spelling() {}

    /** @return the nearest known name that is at most {@code far} edits and half of its letters away */
    public static Optional<String> nearest(String name, Collection<String> known, int far) {
        String written = name.strip().toLowerCase(Locale.ROOT);
        return known.stream()
                // what differs in length alone is too far; this also bounds the work for a hostile, endless name
                .filter(candidate -> Math.abs(candidate.length() - written.length()) <= far)
                .filter(candidate -> distance(written, candidate) <= Math.min(far, candidate.length() / 2))
                .min(Comparator.comparingInt(candidate -> distance(written, candidate)));
    }

    /** How many letters have to be put in, taken out or changed (Levenshtein's distance). */
    public static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
