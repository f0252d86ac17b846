package dev.viralvideo.script.wordnet;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a text that carry its meaning, as stems, and how much two texts have in common. */
final class Content {
    private static final Set<String> FUNCTION = Set.of(
            "the", "and", "for", "with", "that", "which", "from", "are", "was", "were", "its", "his", "her", "their",
            "this", "has", "have", "had", "can", "not", "any", "one", "who", "whose", "into", "used", "usually",
            "often", "such", "than", "they", "also", "been", "being", "when", "where", "some", "other", "more", "most",
            "made", "make");

    private Content() {}

    static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String token : tokens(text)) {
            String lower = token.toLowerCase(Locale.ROOT);
            if (lower.length() > 2 && !FUNCTION.contains(lower)) {
                words.add(stem(lower));
            }
        }
        return words;
    }

    /** Shared part of the smaller set, 0 to 1. */
    static double overlap(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        Set<String> shared = new HashSet<>(a);
        shared.retainAll(b);
        return shared.size() / (double) Math.min(a.size(), b.size());
    }

    static List<String> tokens(String text) {
        return Arrays.stream(text.replaceAll("[^\\p{L}\\p{N}'’ -]", " ").split("\\s+"))
                .filter(token -> !token.isBlank())
                .collect(Collectors.toList());
    }

    static Set<String> stems(String text) {
        return tokens(text.toLowerCase(Locale.ROOT)).stream().map(Content::stem).collect(Collectors.toSet());
    }

    static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replaceAll("(ies|ing|ed|es|s|e|y)$", "");
        return lower.length() < 3 ? word.toLowerCase(Locale.ROOT) : lower;
    }
}
