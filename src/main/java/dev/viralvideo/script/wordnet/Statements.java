package dev.viralvideo.script.wordnet;

import dev.viralvideo.script.TitleCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts one meaning into words: sentences, on-screen title, search terms and how interesting it is. */
final class Statements {
    private static final int MOST_WORDS = 34;

    private final WordNet words;
    private final Nouns nouns;
    private final Addition addition;

    Statements(WordNet words) {
        this.words = words;
        this.nouns = new Nouns(words);
        this.addition = new Addition(words);
    }

    /**
     * @param relation how close the meaning is to the subject, 0 (far) to 4
     * @return null when the gloss cannot be spoken
     */
    Statement of(Synset synset, Subject subject, double relation) {
        if (!Gloss.isFit(synset.gloss()) || SpokenName.isLatin(SpokenName.plainest(synset.lemmas()))) {
            return null;
        }
        Gloss gloss = Gloss.parse(synset.gloss());
        NounPhrase phrase = gloss.definition().isEmpty() ? null : NounPhrase.of(gloss.definition(), nouns);
        boolean person = synset.domain() == Domain.PERSON && synset.isInstance();
        if (phrase == null || phrase.text().split(" ").length > MOST_WORDS || (person && gloss.lived() == null)) {
            return null;
        }
        SpokenName name = SpokenName.of(synset, subject.lemma(), phrase, words);
        if (isEmpty(phrase, name, subject)) {
            return null;
        }
        List<String> sentences = sentences(synset, gloss, phrase, name, person);
        String all = String.join(" ", sentences);
        Integer year = gloss.lived() != null ? Years.first("in " + gloss.lived()) : Years.first(all);
        return new Statement(
                sentences,
                name,
                phrase,
                onScreen(name, phrase),
                terms(synset, name, phrase, subject),
                source(synset),
                Interest.of(all, relation + (Domain.VISIBLE.contains(synset.domain()) ? 1 : 0)),
                year);
    }

    /** The same with a sentence before it that says how the thing belongs to the subject. */
    Statement linked(Statement statement, Synset synset, Subject subject, Relation relation) {
        if (statement == null || speaksOf(synset, subject)) {
            return statement;
        }
        NounPhrase own = NounPhrase.of(Gloss.parse(subject.sense().gloss()).definition(), nouns);
        if (own == null) {
            return statement;
        }
        SpokenName name = SpokenName.of(subject.sense(), subject.lemma(), own, words);
        String link = link(name, statement.name(), relation, subject.sense().domain() == Domain.PERSON);
        List<String> sentences = new ArrayList<>(statement.sentences());
        if (link != null) {
            sentences.add(0, link);
        }
        return new Statement(
                sentences,
                statement.name(),
                null,
                statement.onScreen(),
                statement.terms(),
                statement.source(),
                statement.score(),
                statement.year());
    }

    private static boolean speaksOf(Synset synset, Subject subject) {
        Set<String> own = Content.words(subject.lemma());
        return Content.words(synset.gloss() + " " + synset.lemma()).stream().anyMatch(own::contains);
    }

    private static String link(SpokenName whole, SpokenName other, Relation relation, boolean person) {
        String is = whole.plural() ? " are " : " is ";
        return switch (relation) {
            case PART_MERONYM ->
                SpokenName.capital(other.inside()) + (other.plural() ? " are" : " is") + " part of " + whole.inside()
                        + ".";
            case SUBSTANCE_MERONYM -> "There is " + other.inside() + " in " + whole.inside() + ".";
            case PART_HOLONYM, MEMBER_HOLONYM -> whole.subject() + is + "part of " + other.inside() + ".";
            case HYPERNYM, INSTANCE_HYPERNYM ->
                !person && whole.plural() == other.plural() && !other.subject().startsWith("The ")
                        ? whole.subject() + is + other.inside() + "."
                        : null;
            default -> null;
        };
    }

    private List<String> sentences(Synset synset, Gloss gloss, NounPhrase phrase, SpokenName name, boolean person) {
        List<String> sentences = new ArrayList<>();
        String verb = name.plural() ? (person ? "were" : "are") : person ? "was" : "is";
        sentences.add(name.subject() + " " + verb + " " + phrase.text() + ".");
        String pronoun = person ? shortName(name.lemma()) : name.plural() ? "They" : "It";
        for (String clause : gloss.additions()) {
            String sentence = addition.sentence(clause, pronoun, name.plural(), person);
            if (sentence != null && sentences.size() < 3) {
                sentences.add(sentence);
            }
        }
        String other = otherName(synset, name);
        if (other != null && sentences.size() < 3) {
            sentences.add("It is also called the " + other + ".");
        }
        if (gloss.lived() != null && person && sentences.size() < 3) {
            sentences.add(pronoun + " lived from " + gloss.lived() + ".");
        }
        return sentences;
    }

    /** A second name that is really another one, of an animal or plant. */
    private static String otherName(Synset synset, SpokenName name) {
        if (name.plural() || !name.subject().startsWith("The ") || !name.lemma().contains(" ")) {
            return null;
        }
        Set<String> own = Content.words(name.lemma());
        return synset.lemmas().stream()
                .filter(lemma -> lemma.contains(" ") && !SpokenName.isLatin(lemma) && !SpokenName.isProper(lemma))
                .filter(lemma -> Content.overlap(own, Content.words(lemma)) <= 0.5)
                .findFirst()
                .orElse(null);
    }

    /** A definition that only says the name again tells nothing. */
    private static boolean isEmpty(NounPhrase phrase, SpokenName name, Subject subject) {
        Set<String> told = Content.words(phrase.text());
        told.removeAll(Content.words(name.lemma()));
        told.removeAll(Content.words(subject.lemma()));
        return told.size() < 3;
    }

    private static String shortName(String lemma) {
        return lemma.matches(".*( of | the |, ).*|(King|Queen|Saint|Pope) .*|.* [IVX]+")
                ? lemma
                : lemma.substring(lemma.lastIndexOf(' ') + 1);
    }

    private static String onScreen(SpokenName name, NounPhrase phrase) {
        if (name.lemma().contains(" ")) {
            return TitleCase.of(name.lemma());
        }
        List<String> noun =
                List.of(phrase.text().replaceFirst("^(a|an|the) ", "").split(" "));
        int head = noun.indexOf(phrase.head());
        if (head < 0) {
            head = noun.indexOf(phrase.head() + ",");
        }
        boolean fits = head >= 1
                && head <= 3
                && !noun.subList(0, head).toString().matches(".*(,.*,| and| or).*|.*(ly|most|any|which).*");
        if (fits) {
            return TitleCase.of(name.lemma() + ": " + String.join(" ", noun.subList(0, head + 1)));
        }
        return TitleCase.of(name.subject().contains(" ") ? "The " + name.lemma() : "Meet " + name.lemma());
    }

    private List<String> terms(Synset synset, SpokenName name, NounPhrase phrase, Subject subject) {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(name.lemma());
        synset.lemmas().stream()
                .filter(lemma -> !SpokenName.isLatin(lemma) && terms.size() < 3)
                .forEach(terms::add);
        terms.add(subject.phrase().replaceFirst("^the ", ""));
        if (phrase.head().length() > 2 && !phrase.head().equals("one")) {
            terms.add(phrase.head());
        }
        List<Integer> above = new ArrayList<>(synset.targets(Relation.HYPERNYM));
        above.addAll(synset.targets(Relation.INSTANCE_HYPERNYM));
        above.stream()
                .limit(1)
                .forEach(offset ->
                        terms.add(SpokenName.plainest(words.synset(offset).lemmas())));
        return distinct(terms);
    }

    static List<String> distinct(Iterable<String> terms) {
        Map<String, String> byKey = new LinkedHashMap<>();
        terms.forEach(term -> byKey.putIfAbsent(term.toLowerCase(Locale.ROOT), term));
        return List.copyOf(byKey.values());
    }

    static String source(Synset synset) {
        return WordNet.NAME + ", " + synset.senseKey(0);
    }
}
