package dev.viralvideo.script.wordnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** WordNet 3.1's nouns; opened on first use, once, in about a third of a second. Safe for many threads. */
public final class WordNet {
    /** As it stands in a segment's source. */
    static final String NAME = "WordNet 3.1";

    private Tables tables;

    private record Tables(
            WordNetTable index,
            WordNetTable data,
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
        WordNetTable data = tables().data();
        Set<Integer> offsets = new TreeSet<>();
        String text = data.text();
        for (int at = text.indexOf(phrase); at >= 0 && offsets.size() < most; at = text.indexOf(phrase, at + 1)) {
            int start = data.startOfLine(at);
            int bar = text.indexOf(" | ", start);
            if (bar >= 0 && bar < at && isWhole(text, at, at + phrase.length()) && text.charAt(start) != ' ') {
                offsets.add(Integer.parseInt(text.substring(start, start + 8)));
            }
        }
        return synsets(List.copyOf(offsets));
    }

    /** Whether any gloss says exactly this, as whole words and not as the beginning of a longer name. */
    boolean says(String phrase) {
        String text = tables().data().text();
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            boolean longer = text.charAt(end) == ' ' && Character.isUpperCase(text.charAt(end + 1));
            if (isWhole(text, at, end) && !longer) {
                return true;
            }
        }
        return false;
    }

    /** Whether the glosses put "the" before this name more often than not. */
    boolean saysWithThe(String name) {
        String text = tables().data().text();
        int with = 0;
        int without = 0;
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean longer = text.charAt(end) == ' ' && Character.isUpperCase(text.charAt(end + 1));
            if (isWhole(text, at, end) && !longer && text.charAt(at - 1) == ' ') {
                boolean the = text.startsWith("the ", at - 4);
                boolean word = Character.isLetter(text.charAt(at - 2));
                with += the ? 1 : 0;
                without += !the && word ? 1 : 0;
            }
        }
        return with > without;
    }

    Morphology morphology() {
        return tables().morphology();
    }

    private static boolean isWhole(String text, int from, int to) {
        return !isPart(text.charAt(from - 1)) && !isPart(text.charAt(to));
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    private synchronized Tables tables() {
        if (tables == null) {
            tables = new Tables(
                    WordNetTable.load("index.noun"),
                    WordNetTable.load("data.noun"),
                    WordNetTable.load("index.verb"),
                    WordNetTable.load("index.adj"),
                    WordNetTable.load("cntlist.rev"),
                    new Morphology(WordNetTable.load("noun.exc").text()));
        }
        return tables;
    }
}
