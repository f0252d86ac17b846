package dev.viralvideo.script.wordnet;

import java.util.List;

/**
 * One true thing that can be said about a subject.
 *
 * @param sentences  complete sentences; the first can stand alone
 * @param name       of the thing it speaks of
 * @param phrase     what is said of it, for an apposition; null when the first sentence is no definition
 * @param onScreen   short title
 * @param terms      to look for as a picture, most specific first
 * @param source     the WordNet sense
 * @param kind       whether it is a kind or an example of the subject
 * @param score      how interesting, higher is better
 * @param year       of the first date in it, negative before Christ, or null
 */
record Statement(
        List<String> sentences,
        SpokenName name,
        NounPhrase phrase,
        String onScreen,
        List<String> terms,
        String source,
        boolean kind,
        double score,
        Integer year) {
    Statement asKind() {
        return new Statement(sentences, name, phrase, onScreen, terms, source, true, score, year);
    }

    String text() {
        return String.join(" ", sentences);
    }
}
