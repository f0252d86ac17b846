package dev.viralvideo.script.wordnet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** WordNet 3.1's nouns; opened on first use, once, in about a third of a second. Safe for many threads. */
public final class WordNet {
    /** As it stands in a segment's source. */
    static final String NAME = "WordNet 3.1";

    private Tables tables;

    private record Tables(
            WordNetTable index,
            WordNetTable data,
            Glosses glosses,
            WordNetTable verbs,
            WordNetTable adjectives,
            WordNetTable counts,
            Morphology morphology) {}

    /** Senses of a lemma ({@code black hole}), most frequent first; empty when there is no such noun. */
    List<Synset> senses(String lemma) {
        String line = tables().index().find(lemma.toLowerCase(Locale.ROOT).replace(' ', '_'));
        if (line == null) {
            return List.of();
        }
        String[] fields = line.strip().split(" ");
        int count = Integer.parseInt(fields[2]);
        List<Synset> senses = new ArrayList<>();
        for (int i = fields.length - count; i < fields.length; i++) {
            senses.add(synset(Integer.parseInt(fields[i])));
        }
        return senses;
    }

    Synset synset(int offset) {
        return Synset.parse(tables().data().lineAt(offset));
    }

    List<Synset> synsets(List<Integer> offsets) {
        return offsets.stream().map(this::synset).toList();
    }

    boolean isNoun(String lemma) {
        return tables().index().find(lemma.toLowerCase(Locale.ROOT).replace(' ', '_')) != null;
    }

    /** Nouns of one word that begin with this letter, those that are met most often first. */
    List<String> nouns(char first) {
        record Noun(String lemma, int met) {}
        return tables().index()
                .text()
                .lines()
                .filter(line -> !line.isEmpty() && line.charAt(0) == first)
                .map(line -> line.strip().split(" "))
                .filter(fields -> fields[0].matches("[a-z]+"))
                // lemma, part of speech, senses, as many pointer symbols as the next number says, senses, tagged senses
                .map(fields -> new Noun(fields[0], Integer.parseInt(fields[5 + Integer.parseInt(fields[3])])))
                .sorted(Comparator.comparingInt(Noun::met).reversed())
                .map(Noun::lemma)
                .toList();
    }

    boolean isVerb(String lemma) {
        return tables().verbs().find(lemma.toLowerCase(Locale.ROOT)) != null;
    }

    boolean isAdjective(String lemma) {
        return tables().adjectives().find(lemma.toLowerCase(Locale.ROOT)) != null;
    }

    /** How often this meaning of the word was met in the tagged corpus; 0 when never. */
    int frequency(Synset synset, String lemma) {
        for (int i = 0; i < synset.lemmas().size(); i++) {
            if (synset.lemmas().get(i).equalsIgnoreCase(lemma)) {
                String line = tables().counts().find(synset.senseKey(i));
                return line == null ? 0 : Integer.parseInt(line.strip().split(" ")[2]);
            }
        }
        return 0;
    }

    /** Meanings whose gloss has this text as whole words, by offset; at most {@code most}. */
    List<Synset> mentioning(String phrase, int most) {
        return synsets(tables().glosses().mentioning(phrase, most));
    }

    /** Whether any gloss says exactly this, as whole words and not as the beginning of a longer name. */
    boolean says(String phrase) {
        return tables().glosses().say(phrase);
    }

    /** Whether the glosses put "the" before this name more often than not. */
    boolean saysWithThe(String name) {
        return tables().glosses().sayWithThe(name);
    }

    Morphology morphology() {
        return tables().morphology();
    }

    private synchronized Tables tables() {
        if (tables == null) {
            WordNetTable data = WordNetTable.load("data.noun");
            tables = new Tables(
                    WordNetTable.load("index.noun"),
                    data,
                    new Glosses(data.text()),
                    WordNetTable.load("index.verb"),
                    WordNetTable.load("index.adj"),
                    WordNetTable.load("cntlist.rev"),
                    new Morphology(WordNetTable.load("noun.exc").text()));
        }
        return tables;
    }
}
