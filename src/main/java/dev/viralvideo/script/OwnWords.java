package dev.viralvideo.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Search terms out of a text of the user's, without any knowledge of the language but its small words. */
public final class OwnWords {
    private static final Set<String> SMALL =
            new HashSet<>(List.of(("a an the and or but so of in on at to for with by from as is are was were be been "
                            + "being it its this that these those there here they them their he she his her him we our us you your i "
                            + "my me not no nor do does did have has had can could will would should may might must than then when "
                            + "while where what which who whose why how if into over under about up down out off just very really "
                            + "only also even more most much many some any all every each one once ever never always often because "
                            + "before after until again too let get got make makes made take takes go goes don't it's that's you're "
                            + "isn't can't won't like through between without within during first next finally think know look say "
                            + "whether right seems seem done give gives giving gave time times same way thing things rest slowly quickly")
                    .split(" ")));

    /** What no picture shows, or only a picture of something else: "two minutes" of boiling are no clock. */
    private static final Set<String> NOT_SHOWN = new HashSet<>(
            List.of(("two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty "
                            + "fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion half "
                            + "dozen second third put puts turn turns turned wait waits waited keep keeps kept come comes came "
                            + "start starts started stop stops stopped happen happens happened")
                    .split(" ")));

    private OwnWords() {}

    /**
     * Pairs of neighbouring content words first, then the subject, then the single words: those of the title, which
     * say what it is about, before the others, longest first.
     */
    public static List<String> searchTerms(String text, String title, String subject) {
        Set<String> pairs = new LinkedHashSet<>();
        List<String> singles = new ArrayList<>();
        String before = null;
        for (String word : clean(text).split(" ")) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.length() < 3 || isSmall(lower) || NOT_SHOWN.contains(lower) || lower.matches("[\\d.,%]+")) {
                before = null;
                continue;
            }
            if (before != null && pairs.size() < 3) {
                pairs.add(before + " " + lower);
            }
            singles.add(lower);
            before = lower;
        }
        Set<String> shown =
                new HashSet<>(List.of(clean(title).toLowerCase(Locale.ROOT).split(" ")));
        singles.sort(
                Comparator.comparing((String word) -> !shown.contains(word)).thenComparingInt(word -> -word.length()));
        Set<String> terms = new LinkedHashSet<>(pairs);
        if (!subject.isBlank()) {
            terms.add(subject.toLowerCase(Locale.ROOT));
        }
        singles.stream().limit(4).forEach(terms::add);
        return List.copyOf(terms);
    }

    static boolean isSmall(String word) {
        return SMALL.contains(word.toLowerCase(Locale.ROOT));
    }

    static String clean(String text) {
        return text.replaceAll("[^\\p{L}\\p{M}\\p{N}%$€£' -]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
