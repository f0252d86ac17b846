package dev.viralvideo.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A short title out of a text of the user's: only words that stand next to each other in it, and never cut in the
 * middle of a phrase where that can be helped.
 */
final class OwnTitle {
    private static final int MOST_WORDS = 6;
    /** A clause that is told whole may have more. */
    private static final int MOST_WORDS_OF_CLAUSE = 8;

    private static final int MOST_LETTERS = 44;
    private static final int LONGEST_HEADING = 48;

    private static final Pattern YEAR =
            Pattern.compile("(?i)^(?:in|by|around|since|until|from) (?:about |the year )?(?:1[0-9]|20)\\d\\d$");
    private static final Pattern ADVERBIAL =
            Pattern.compile("(?i)^(?:in|on|at|by|after|before|for|during|when|while|if|once|since|until|from|then|"
                    + "first|next|now|finally|today|and|but|so)\\b.*");
    private static final Pattern LINKED = Pattern.compile("(?i)^(?:and|or|but|nor|yet|so|which|who|that|as|with)\\b.*");
    private static final Pattern ARTICLE = Pattern.compile("(?i)the|an?|my|our|your|his|her|its|their|this|that|these");
    private static final Pattern VERB = Pattern.compile(
            "(?i)is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|should|may|must");
    private static final Pattern OPENS_CLAUSE =
            Pattern.compile("(?i)that|which|who|whose|what|where|when|why|how|if|because|while|whether|than");
    /** "In 1903 two brothers": the figure counts no brothers. */
    private static final Pattern BEFORE_DATE =
            Pattern.compile("(?i)in|by|since|until|before|after|around|about|of|from");

    private static final Pattern FIGURE = Pattern.compile("^[$€£]?\\d[\\d.,]*%?$");
    /** "… Nelson Mandela." */
    private static final Pattern SPEAKER =
            Pattern.compile("^(?:\\p{Lu}[\\p{L}.'-]*|de|da|van|von|der|of|the|al|bin|la|le)(?: (?:\\p{Lu}[\\p{L}.'-]*|"
                    + "de|da|van|von|der|of|the|al|bin|la|le)){0,4}$");

    private OwnTitle() {}

    static String of(String text) {
        int colon = text.indexOf(": ");
        if (colon > 1 && Texts.words(text.substring(0, colon)) < MOST_WORDS && colon < LONGEST_HEADING) {
            return TitleCase.of(text.substring(0, colon));
        }
        List<String> sentences = Texts.sentences(text);
        String last = bare(sentences.get(sentences.size() - 1));
        if (sentences.size() > 1 && Texts.words(sentences.get(0)) > 3 && isSpeaker(last)) {
            return last;
        }
        return TitleCase.of(inShort(clauses(sentences.get(0))));
    }

    private static boolean isSpeaker(String sentence) {
        return Texts.words(sentence) > 1 && SPEAKER.matcher(sentence).matches();
    }

    private static List<String> clauses(String sentence) {
        return Arrays.stream(sentence.split("(?<=[^\\d])[,;:](?=\\s)|[,;:]\\s|\\s-\\s"))
                .map(OwnTitle::bare)
                .filter(clause -> !clause.isEmpty())
                .toList();
    }

    /** The first clause; of "In 1822, …" the year, of another such opening what follows it. */
    private static String inShort(List<String> clauses) {
        if (clauses.isEmpty()) {
            return "";
        }
        String first = clauses.get(0);
        if (YEAR.matcher(first).matches()) {
            return first;
        }
        boolean opening = clauses.size() > 1
                && ADVERBIAL.matcher(first).matches()
                && Texts.words(clauses.get(1)) > 1
                && !LINKED.matcher(clauses.get(1)).matches();
        String clause = opening ? clauses.get(1) : subject(first);
        List<String> words = List.of(clause.split(" "));
        return words.size() <= MOST_WORDS_OF_CLAUSE && clause.length() <= MOST_LETTERS
                ? clause
                : String.join(" ", figure(words));
    }

    /** "By noon the snow was bright": from the article on, where it does not belong to the opening itself. */
    private static String subject(String clause) {
        List<String> words = List.of(clause.split(" "));
        boolean opening =
                words.size() > MOST_WORDS && ADVERBIAL.matcher(clause).matches() && !OwnWords.isSmall(words.get(1));
        for (int i = 2; opening && i < 4; i++) {
            if (ARTICLE.matcher(words.get(i)).matches()) {
                return String.join(" ", words.subList(i, words.size()));
            }
        }
        return clause;
    }

    /** A figure and what it counts catches the eye most; else the clause up to the end of a phrase. */
    private static List<String> figure(List<String> words) {
        for (int at = 0; at < words.size() - 1; at++) {
            boolean date = at > 0
                    && BEFORE_DATE.matcher(words.get(at - 1)).matches()
                    && words.get(at).matches("[12]\\d{3}");
            if (FIGURE.matcher(words.get(at)).matches() && !date && !OwnWords.isSmall(words.get(at + 1))) {
                int end = at + 1;
                while (end < words.size() && end - at < 4 && !OwnWords.isSmall(words.get(end))) {
                    end++;
                }
                return words.subList(at, end);
            }
        }
        return phrase(words);
    }

    private static List<String> phrase(List<String> words) {
        for (int end = Math.min(MOST_WORDS, words.size() - 1); end >= 3; end--) {
            if (isBorder(words, end) && fits(words.subList(0, end))) {
                return words.subList(0, end);
            }
        }
        List<String> kept = new ArrayList<>(words.subList(0, Math.min(MOST_WORDS, words.size())));
        while (kept.size() > 1 && (OwnWords.isSmall(kept.get(kept.size() - 1)) || !fits(kept))) {
            kept.remove(kept.size() - 1);
        }
        return kept;
    }

    /** A small word after a weighty one; not within a clause ("where flowers | are") or between verb and object. */
    private static boolean isBorder(List<String> words, int end) {
        List<String> kept = words.subList(0, end);
        boolean within = VERB.matcher(words.get(end)).matches()
                && kept.stream().anyMatch(word -> OPENS_CLAUSE.matcher(word).matches());
        boolean unfinished = kept.get(end - 2).equalsIgnoreCase("to");
        return OwnWords.isSmall(words.get(end)) && !OwnWords.isSmall(words.get(end - 1)) && !within && !unfinished;
    }

    private static boolean fits(List<String> words) {
        return words.size() <= MOST_WORDS && String.join(" ", words).length() <= MOST_LETTERS;
    }

    private static String bare(String text) {
        return text.replaceAll("^[^\\p{L}\\p{N}$€£]+|[^\\p{L}\\p{N}%'’)]+$", "")
                .replace("\"", "")
                .strip();
    }
}
