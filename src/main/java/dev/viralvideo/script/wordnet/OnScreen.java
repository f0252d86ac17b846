package dev.viralvideo.script.wordnet;

import dev.viralvideo.script.TitleCase;
import java.util.List;

/** The short title of a statement: its name, with what it is where one word would be too little. */
final class OnScreen {
    private OnScreen() {}

    static String title(SpokenName name, NounPhrase phrase) {
        String shown = name.plural() ? name.subject().replaceFirst("^The ", "") : name.lemma();
        if (shown.contains(" ")) {
            return TitleCase.of(shown);
        }
        List<String> words =
                List.of(phrase.text().replaceFirst("^(a|an|the) ", "").split(" "));
        int head = Math.max(words.indexOf(phrase.head()), words.indexOf(phrase.head() + ","));
        boolean fits = head >= 1
                && head <= 3
                && (head + 1 == words.size() || !words.get(head + 1).matches("and|or"))
                && !words.subList(0, head).toString().matches(".*(,.*,| and| or).*|.*(ly|most|any|which).*");
        if (fits) {
            return TitleCase.of(shown + ": " + String.join(" ", words.subList(0, head)) + " " + phrase.head());
        }
        return TitleCase.of(name.subject().contains(" ") ? "The " + shown : shown);
    }
}
