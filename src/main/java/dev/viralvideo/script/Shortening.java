package dev.viralvideo.script;

import java.util.List;
import java.util.regex.Pattern;

/** Ways to say less without cutting a sentence in half, mildest first. */
enum Shortening {
    /** The last sentence goes as long as a sentence that says something stays. */
    LAST_SENTENCE {
        @Override
        String apply(String narration) {
            List<String> sentences = Texts.sentences(narration);
            if (sentences.size() < 2) {
                return narration;
            }
            List<String> kept = sentences.subList(0, sentences.size() - 1);
            boolean says =
                    kept.stream().anyMatch(sentence -> Texts.words(sentence) >= ENOUGH && !sentence.endsWith("?"));
            return says ? String.join(" ", kept) : narration;
        }
    },
    /** Brackets and relative clauses between commas, or behind the last comma. */
    SIDE_REMARK {
        @Override
        String apply(String narration) {
            String text = BRACKET.matcher(narration).replaceFirst("");
            text = text.equals(narration) ? MIDDLE.matcher(narration).replaceFirst("") : text;
            return text.equals(narration) ? END.matcher(narration).replaceFirst("$2") : text;
        }
    };

    private static final int ENOUGH = 6;
    private static final Pattern BRACKET = Pattern.compile("\\s*\\([^()]*\\)");
    private static final Pattern MIDDLE = Pattern.compile(", (?:which|who|whose|where) [^,.!?]+,(?= )");
    private static final Pattern END = Pattern.compile("(, (?:which|who|whose|where) [^,.!?]+)([.!?])");

    /** @return the same text when there is nothing of this kind to leave out */
    abstract String apply(String narration);
}
