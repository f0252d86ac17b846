package dev.viralvideo.script.facts;

import dev.viralvideo.script.Texts;
import dev.viralvideo.script.model.Fact;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of an encyclopedia's article.
 *
 * @param source who answers for it: {@code Wikipedia}
 */
public record Article(String title, String extract, String url, String source, String licence) {
    private static final int FEWEST_WORDS = 5;
    private static final int MOST_WORDS = 38;

    /** Its sentences, without what cannot be spoken: pronunciations, the empty brackets that are left of them. */
    public List<Fact> facts() {
        String text = extract.replaceAll("\\s+", " ");
        for (String before = ""; !before.equals(text); ) {
            before = text;
            text = text.replaceAll("\\s*[(\\[][^()\\[\\]]*[)\\]]", "");
        }
        List<Fact> facts = new ArrayList<>();
        for (String sentence : Texts.sentences(text)) {
            String spoken = Texts.speakable(sentence);
            int words = Texts.words(spoken);
            boolean whole = spoken.matches("(?s)[\\p{Lu}\\p{N}\\p{Lo}\"'].*[.!?]");
            if (whole && words >= FEWEST_WORDS && words <= MOST_WORDS) {
                facts.add(new Fact(spoken, citation()));
            }
        }
        return facts;
    }

    private String citation() {
        return source + ", \"" + title.replace('"', '\'') + "\", " + url + ", " + licence;
    }
}
