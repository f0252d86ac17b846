package dev.viralvideo.intake;

import java.util.List;
import java.util.Locale;

/** Finds the name that was probably meant. */
final class Spelling {
    private static final int FAR = 2;

    private Spelling() {}

    /** @return the known name at most two edits away, or null */
    static String nearest(String name, List<String> known) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || lower.length() > 40) {
            return null;
        }
        String best = null;
        int least = FAR + 1;
        for (String candidate : known) {
            int distance = distance(lower, candidate);
            if (distance < least && distance < candidate.length() / 2 + 1) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
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
