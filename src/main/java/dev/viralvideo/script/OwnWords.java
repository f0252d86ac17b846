package dev.viralvideo.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Titles and search terms out of a text of the user's, without any knowledge of the language but its small words. */
public final class OwnWords {
    private static final int MOST_TITLE_WORDS = 5;
    private static final Set<String> SMALL =
            new HashSet<>(List.of(("a an the and or but so of in on at to for with by from as is are was were be been "
                            + "being it its this that these those there here they them their he she his her him we our us you your i "
                            + "my me not no nor do does did have has had can could will would should may might must than then when "
                            + "while where what which who whose why how if into over under about up down out off just very really "
                            + "only also even more most much many some any all every each one once ever never always often because "
                            + "before after until again too let get got make makes made take takes go goes don't it's that's you're "
                            + "isn't can't won't like through between without within during first next finally think know look say")
                    .split(" ")));

    private OwnWords() {}

    /** Two to five words for the screen; a heading of the user's ("Water: drink more") is taken as it is. */
    public static String title(String text) {
        int colon = text.indexOf(':');
        if (colon > 1 && Texts.words(text.substring(0, colon)) <= MOST_TITLE_WORDS && colon < 48) {
            return TitleCase.of(text.substring(0, colon));
        }
        List<String> words =
                new ArrayList<>(List.of(clean(Texts.sentences(text).get(0)).split(" ")));
        while (words.size() > MOST_TITLE_WORDS && isSmall(words.get(0))) {
            words.remove(0);
        }
        List<String> kept = new ArrayList<>(words.subList(0, Math.min(MOST_TITLE_WORDS, words.size())));
        while (kept.size() > 2 && isSmall(kept.get(kept.size() - 1))) {
            kept.remove(kept.size() - 1);
        }
        return TitleCase.of(String.join(" ", kept));
    }

    /** Pairs of neighbouring content words first, then the subject, then the single words, longest first. */
    public static List<String> searchTerms(String text, String subject) {
        Set<String> pairs = new LinkedHashSet<>();
        List<String> singles = new ArrayList<>();
        String before = null;
        for (String word : clean(text).split(" ")) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.length() < 3 || isSmall(lower) || lower.matches("[\\d.,%]+")) {
                before = null;
                continue;
            }
            if (before != null && pairs.size() < 3) {
                pairs.add(before + " " + lower);
            }
            singles.add(lower);
            before = lower;
        }
        singles.sort((a, b) -> b.length() - a.length());
        Set<String> terms = new LinkedHashSet<>(pairs);
        if (!subject.isBlank()) {
            terms.add(subject.toLowerCase(Locale.ROOT));
        }
        singles.stream().limit(4).forEach(terms::add);
        return List.copyOf(terms);
    }

    private static boolean isSmall(String word) {
        return SMALL.contains(word.toLowerCase(Locale.ROOT));
    }

    private static String clean(String text) {
        return text.replaceAll("[^\\p{L}\\p{M}\\p{N}%$€£' -]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
