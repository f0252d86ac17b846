package dev.viralvideo.script.wordnet;

import java.util.List;

/** Chooses among the words that share a meaning: scientific names and abbreviations are not for speaking. */
final class Lemmas {
    private static final String RANKS =
            "(genus|family|order|class|phylum|suborder|subfamily|superfamily|subclass|kingdom|division) .*";

    private final WordNet words;

    Lemmas(WordNet words) {
        this.words = words;
    }

    /** The word the topic uses if it is one of them, a person's full name, else what one would say aloud. */
    String best(Synset synset, String wanted) {
        if (synset.domain() == Domain.PERSON && synset.isInstance()) {
            return synset.lemmas().stream()
                    .filter(lemma -> lemma.contains(" ") && !lemma.contains("."))
                    .findFirst()
                    .orElse(synset.lemma());
        }
        String plainest = plainest(synset);
        if (synset.domain() == Domain.PLANT && plainest.equalsIgnoreCase(wanted + " tree")) {
            return plainest;
        }
        return synset.lemmas().stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .orElse(plainest);
    }

    String plainest(Synset synset) {
        List<String> spoken = synset.lemmas().stream()
                .filter(lemma -> !isLatin(lemma) && !lemma.matches(".*[\\d.].*") && lemma.length() > 2)
                .toList();
        if (spoken.isEmpty()) {
            return synset.lemma();
        }
        String first = spoken.get(0);
        // "Newfoundland dog" and "Missouri River" cannot be taken for the place
        boolean plant = synset.domain() == Domain.PLANT && spoken.size() > 1;
        if (plant && synset.lemmas().contains(first + " tree")) {
            return first + " tree"; // not the fruit or the drink
        }
        boolean place = SpokenName.isProper(first) && !first.contains(" ");
        // nor "brass instrument" for the metal
        List<Synset> meanings = words.senses(first);
        boolean other = !meanings.isEmpty() && meanings.get(0).offset() != synset.offset();
        return place || other && !first.contains(" ")
                ? spoken.stream()
                        .filter(lemma -> lemma.startsWith(first + " "))
                        .findFirst()
                        .orElse(first)
                : first;
    }

    /** What a person is called after the first mention. */
    static String shortName(Synset synset, String full) {
        return synset.lemmas().stream()
                .filter(lemma -> !lemma.contains(" ") && full.contains(lemma))
                .findFirst()
                .orElse(full);
    }

    /** A rank, or two words of which only the first is capitalised and the second is no English noun. */
    boolean isLatin(String lemma) {
        if (lemma.matches(RANKS) || lemma.matches("[A-Z][a-z]+(idae|inae|aceae|iformes|oidea|ales|optera)")) {
            return true;
        }
        if (!lemma.matches("[A-Z][a-z]+( [a-z]+){1,2}")) {
            return false;
        }
        String last = lemma.substring(lemma.lastIndexOf(' ') + 1);
        return !words.isNoun(last) || last.matches(".*(us|um|leo|ii|ae)");
    }
}
