package dev.viralvideo.script.wordnet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts one meaning into words: sentences, on-screen title, search terms and how interesting it is. */
final class Statements {
    private static final int MOST_WORDS = 34;
    private static final Pattern NAME_FOR = Pattern.compile(
            "(?:an? |the )?(?:\\w+ )*(?:name|term|word|title|abbreviation|acronym) (?:for|of|given|used)\\b.*");
    private static final Pattern GONE =
            Pattern.compile("\\b(burned down|demolished|torn down|destroyed|dissolved|abolished) (in|by|on)\\b");

    private final WordNet words;
    private final Nouns nouns;
    private final Addition addition;
    private final Lemmas lemmas;
    private final Naming naming;

    Statements(WordNet words) {
        this.words = words;
        this.nouns = new Nouns(words);
        this.addition = new Addition(words);
        this.lemmas = new Lemmas(words);
        this.naming = new Naming(words);
    }

    /**
     * @param relation how close the meaning is to the subject, 0 (far) to 4
     * @return null when the gloss cannot be spoken
     */
    Statement of(Synset synset, Subject subject, double relation) {
        if (!Gloss.isFit(synset.gloss()) || lemmas.isLatin(lemmas.plainest(synset))) {
            return null;
        }
        Gloss gloss = Gloss.parse(synset.gloss());
        NounPhrase phrase = NounPhrase.of(synset, nouns);
        boolean person = synset.domain() == Domain.PERSON && synset.isInstance();
        if (phrase == null || phrase.text().split(" ").length > MOST_WORDS || (person && gloss.lived() == null)) {
            return null;
        }
        SpokenName name = naming.name(synset, subject.lemma(), phrase);
        if (isEmpty(phrase, name, subject)) {
            return null;
        }
        List<String> sentences = sentences(synset, gloss, phrase, name, person);
        String all = String.join(" ", sentences);
        Integer year = Years.first(all.replaceAll(" lived from \\d+ to \\d+", ""));
        if (year == null && gloss.lived() != null) {
            year = Years.first("in " + gloss.lived());
        }
        return new Statement(
                sentences,
                name,
                gloss.label() == null ? phrase : null,
                OnScreen.title(name, phrase),
                terms(synset, name, phrase, subject),
                source(synset),
                false,
                Interest.of(all, relation + (Domain.VISIBLE.contains(synset.domain()) ? 1 : 0)),
                year);
    }

    private List<String> sentences(Synset synset, Gloss gloss, NounPhrase phrase, SpokenName name, boolean person) {
        List<String> sentences = new ArrayList<>();
        boolean past = person || isPast(synset, name);
        String verb = name.plural() ? (past ? " were " : " are ") : past ? " was " : " is ";
        String subject = gloss.label() == null ? name.subject() : "In " + gloss.label() + ", " + name.inside();
        sentences.add(subject + verb + phrase.text() + ".");
        String pronoun = person ? Lemmas.shortName(synset, name.lemma()) : name.plural() ? "They" : "It";
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

    private static boolean isPast(Synset synset, SpokenName name) {
        boolean event = synset.domain() == Domain.ACT || synset.domain() == Domain.EVENT || synset.domain() == 28;
        return synset.isInstance()
                && (event
                        || name.lemma().endsWith("Empire")
                        || GONE.matcher(synset.gloss()).find());
    }

    /** A second name that is really another one, of an animal or plant. */
    private String otherName(Synset synset, SpokenName name) {
        if (name.plural() || !name.subject().startsWith("The ") || !name.lemma().contains(" ")) {
            return null;
        }
        Set<String> own = Content.words(name.lemma());
        return synset.lemmas().stream()
                .filter(lemma -> lemma.contains(" ") && !lemmas.isLatin(lemma) && !SpokenName.isProper(lemma))
                .filter(lemma -> Content.overlap(own, Content.words(lemma)) <= 0.5)
                .findFirst()
                .orElse(null);
    }

    /** A definition that only says the name again tells nothing. */
    private boolean isEmpty(NounPhrase phrase, SpokenName name, Subject subject) {
        boolean onlyName = NAME_FOR.matcher(phrase.text()).matches();
        // "beauty is the qualities …"
        boolean disagrees = !name.plural() && phrase.text().startsWith("the ") && nouns.isPlural(phrase.head());
        if (onlyName || disagrees) {
            return true;
        }
        Set<String> told = Content.words(phrase.text());
        told.removeAll(Content.words(name.lemma()));
        told.removeAll(Content.words(subject.lemma()));
        return told.size() < 3;
    }

    private List<String> terms(Synset synset, SpokenName name, NounPhrase phrase, Subject subject) {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(name.lemma());
        synset.lemmas().stream()
                .filter(lemma -> !lemmas.isLatin(lemma) && terms.size() < 3)
                .forEach(terms::add);
        terms.add(subject.phrase().replaceFirst("^the ", ""));
        if (phrase.head().length() > 2 && !phrase.head().equals("one")) {
            terms.add(phrase.head());
        }
        List<Integer> above = new ArrayList<>(synset.targets(Relation.HYPERNYM));
        above.addAll(synset.targets(Relation.INSTANCE_HYPERNYM));
        above.stream().limit(1).forEach(offset -> terms.add(lemmas.plainest(words.synset(offset))));
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
