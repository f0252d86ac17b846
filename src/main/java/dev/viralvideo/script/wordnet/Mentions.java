package dev.viralvideo.script.wordnet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Meanings of other words whose definition speaks of the subject. */
final class Mentions {
    private static final int MOST = 400;
    private static final int MANY = 5;

    private final WordNet words;
    private final Lemmas lemmas;

    Mentions(WordNet words) {
        this.words = words;
        this.lemmas = new Lemmas(words);
    }

    /** Meanings that hold within the subject as a field: "(chess) the weakest piece". */
    List<Synset> ofField(Subject subject) {
        return words.mentioning("(" + subject.lemma() + ")", MOST);
    }

    /** With how close they are to the subject, by the order of the database. */
    Map<Synset, Double> of(Subject subject) {
        Map<Synset, Double> found = new LinkedHashMap<>();
        if (subject.others() > MANY && !subject.visible()) {
            return found; // "time": which of its meanings a gloss speaks of cannot be told
        }
        for (String phrase : phrases(subject)) {
            for (Synset other : words.mentioning(phrase, MOST)) {
                String gloss = Gloss.parse(other.gloss()).definition();
                if (speaksOf(gloss, phrase) && isSameSense(other, phrase, subject)) {
                    found.putIfAbsent(other, weight(other, gloss, phrase, subject));
                }
            }
        }
        return found;
    }

    private Set<String> phrases(Subject subject) {
        Set<String> phrases = new LinkedHashSet<>();
        for (String lemma : subject.sense().lemmas()) {
            // a synonym with other meanings of its own ("instrument") would bring in what is not about the subject
            boolean own = lemma.equalsIgnoreCase(subject.lemma())
                    || lemma.contains(" ")
                    || words.senses(lemma).size() < 2;
            if (own && lemma.length() > 2 && !lemmas.isLatin(lemma)) {
                phrases.add(lemma);
                phrases.add(words.morphology().plural(lemma));
            }
        }
        if (!SpokenName.isProper(subject.sense().lemma())) {
            phrases.add(subject.lemma());
            phrases.add(subject.phrase().toLowerCase(Locale.ROOT));
        }
        return phrases;
    }

    private static double weight(Synset other, String gloss, String phrase, Subject subject) {
        double weight = subject.others() > 3 ? 0.4 : 1.2;
        boolean scholar = other.domain() == Domain.PERSON && subject.sense().domain() != Domain.LOCATION;
        boolean modifies = Pattern.compile(
                        Pattern.quote(phrase)
                                + " (?!(and|or|that|which|who|is|in|by|to|for|with|of|from|on|at|as|are|was|were|used|made|where|when|can|has|have|into|during|through)\\b)\\w+")
                .matcher(gloss)
                .find();
        return weight - (scholar ? 1 : 0) - (modifies ? 0.8 : 0);
    }

    /** The planet Saturn is not meant where the god is: a word of several meanings needs company from its own field. */
    private boolean isSameSense(Synset other, String phrase, Subject subject) {
        if (subject.others() < 2 || subject.lemma().contains(" ")) {
            return true;
        }
        boolean common = subject.visible()
                && !phrase.equals(subject.lemma())
                && words.frequency(subject.sense(), subject.lemma()) >= 3;
        if (common) {
            return true;
        }
        Set<String> field = new LinkedHashSet<>();
        List<Integer> around = new ArrayList<>(List.of(subject.sense().offset()));
        subject.sense().pointers().forEach(pointer -> around.add(pointer.target()));
        words.synsets(around).forEach(synset -> field.addAll(Content.words(synset.gloss() + " " + synset.lemmas())));
        field.removeAll(Content.words(subject.lemma()));
        Set<String> said = Content.words(other.gloss() + " " + other.lemmas());
        said.retainAll(field);
        return said.size() >= (other.domain() == subject.sense().domain() ? 1 : 2);
    }

    /** A comparison, an alternative or a mere resemblance says nothing about the subject. */
    private static boolean speaksOf(String gloss, String phrase) {
        String quoted = Pattern.quote(phrase);
        boolean speaks = Pattern.compile("(?<![\\w-])" + quoted + "(?![\\w-])")
                .matcher(gloss)
                .find();
        boolean compares = Pattern.compile(
                        "\\b(resembl\\w+|like|likened to|than|similar to|shape of|shaped like|or|as|except|not|imitat\\w+|"
                                + "look\\w* like|other|color of|colou?r|smaller|larger) (?:\\w+ ){0,2}" + quoted
                                + "(?![\\w-])")
                .matcher(gloss)
                .find();
        return speaks && !compares;
    }
}
