package dev.viralvideo.script;

import java.util.Locale;
import java.util.Set;

/** Capitals as English titles have them. */
public final class TitleCase {
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "for", "with", "by", "from", "as",
            "nor", "au", "da", "de", "von", "van", "du", "del", "la");

    private TitleCase() {}

    public static String of(String text) {
        String[] words = text.strip().split("\\s+");
        StringBuilder title = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            boolean small = !start && i < words.length - 1 && SMALL.contains(word.toLowerCase(Locale.ROOT));
            title.append(i == 0 ? "" : " ").append(small ? word.toLowerCase(Locale.ROOT) : capital(word));
            start = word.endsWith(":");
        }
        return title.toString();
    }

    /** Leaves a word that has capitals of its own (NASA, iPhone) alone. */
    private static String capital(String word) {
        return word.equals(word.toLowerCase(Locale.ROOT)) && !word.isEmpty()
                ? word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + word.substring(word.offsetByCodePoints(0, 1))
                : word;
    }
}
