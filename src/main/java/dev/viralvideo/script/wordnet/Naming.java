package dev.viralvideo.script.wordnet;

import java.util.Locale;
import java.util.Set;

/** Finds article and number for a name; where rules do not tell, WordNet's own glosses show how the word is used. */
final class Naming {
    private static final Set<String> WITH_THE =
            Set.of(("tower empire river sea ocean war wars revolution mountains islands "
                            + "desert museum palace gardens bank quarter republic kingdom states peninsula bridge canal dynasty "
                            + "renaissance pyramid wall alps plateau strait channel gulf way system congress senate union council building "
                            + "trench reef nebula galaxy attractor rift basin ridge belt "
                            + "treaty")
                    .split(" "));
    private static final Set<String> WITH_THE_HEADS =
            Set.of("river", "tributary", "sea", "ocean", "desert", "canal", "archipelago", "strait", "revolution");
    /** Dishes that go without an article although there are many kinds of them. */
    private static final Set<String> MASS_DISHES = Set.of(
            ("sauce soup stew jam jelly gravy syrup vinegar mustard ketchup candy yogurt tofu porridge pudding salad "
                            + "dressing paste batter stuffing")
                    .split(" "));

    private static final String ALL_CAPITALS = "\\p{Lu}\\S*( (of|the|de|\\p{Lu}\\S*))*";
    private static final int FEELING = 12;
    /** "the first stage of …": there is but one. */
    private static final String UNIQUE = "the (first|last|only|second|third|final) .*";

    private static final Set<Integer> ALWAYS_UNCOUNTED = Set.of(7, 9, 12, 22, 26);
    private static final Set<Integer> UNCOUNTED = Set.of(Domain.FOOD, Domain.SUBSTANCE, Domain.ACT, 16);

    private final WordNet words;
    private final Nouns nouns;
    private final Lemmas lemmas;

    Naming(WordNet words) {
        this.words = words;
        this.nouns = new Nouns(words);
        this.lemmas = new Lemmas(words);
    }

    /**
     * @param wanted the word of the topic: it is used where it is one of the meaning's words
     * @param phrase what will be said about it: it decides between singular and plural
     */
    SpokenName name(Synset synset, String wanted, NounPhrase phrase) {
        String lemma = lemmas.best(synset, wanted);
        String head = lemma.contains(" of ") ? lemma.substring(0, lemma.indexOf(" of ")) : lemma;
        String last = head.substring(head.lastIndexOf(' ') + 1);
        boolean living = synset.domain() == Domain.ANIMAL || synset.domain() == Domain.PLANT;
        if (SpokenName.isProper(lemma) && (synset.isInstance() || !living && lemma.matches(ALL_CAPITALS))) {
            return proper(lemma, last, synset, phrase);
        }
        boolean pluralName = nouns.isPlural(last) || last.matches(".*[a-z]s") && !last.matches(".*(ss|us|is|ics)");
        if (pluralName && !nouns.isMass(last) && (phrase.plural() || nouns.isPlural(phrase.head()))) {
            return new SpokenName(SpokenName.capital(lemma), lemma, true);
        }
        if (phrase.plural() && synset.domain() != Domain.FOOD && !nouns.isMass(last)) {
            return new SpokenName(SpokenName.capital(words.morphology().plural(lemma)), lemma, true);
        }
        // "ravioli are small cases of dough"
        boolean pieces = phrase.plural() && phrase.bare() && synset.domain() == Domain.FOOD;
        return pieces
                ? new SpokenName(SpokenName.capital(lemma), lemma, true)
                : new SpokenName(singular(synset, phrase, lemma, last), lemma, false);
    }

    private SpokenName proper(String lemma, String last, Synset synset, NounPhrase phrase) {
        boolean the = synset.domain() != Domain.PERSON && (WITH_THE_HEADS.contains(phrase.head()) || takesThe(lemma));
        boolean many =
                the && last.matches(".*[a-z]s") && !last.matches(".*(ss|us|is)|States|Netherlands|Nations|Emirates");
        return new SpokenName(
                the ? "The " + stripThe(lemma) : lemma, lemma, many || phrase.plural() && nouns.isPlural(last));
    }

    private String singular(Synset synset, NounPhrase phrase, String lemma, String last) {
        if (lemma.matches("\\p{Lu}\\S*'s .*")) {
            return lemma; // "Maximilian's sunflower"
        }
        if (phrase.text().matches(UNIQUE) && lemma.contains(" ")) {
            return "The " + lemma;
        }
        if (isUncounted(synset, phrase, lemma, last)) {
            return SpokenName.capital(lemma);
        }
        boolean kind =
                synset.domain() == Domain.ANIMAL || synset.domain() == Domain.PLANT || synset.domain() == Domain.BODY;
        return kind || phrase.text().startsWith("the ") && synset.domain() != Domain.EVENT
                ? "The " + lemma
                : SpokenName.capital(Article.indefinite(lemma)) + " " + lemma;
    }

    private boolean isUncounted(Synset synset, NounPhrase phrase, String lemma, String last) {
        if (nouns.isMass(last)
                || MASS_DISHES.contains(last)
                || phrase.bare()
                || lemma.endsWith("ism")
                || lemma.endsWith("ness")
                || synset.domain() == FEELING
                || synset.domain() == Domain.ACT && phrase.head().matches("game|sport")) {
            return true;
        }
        boolean always = ALWAYS_UNCOUNTED.contains(synset.domain());
        if (!always && !UNCOUNTED.contains(synset.domain())) {
            return false;
        }
        boolean counted = words.says(words.morphology().plural(lemma));
        return !counted && (always || last.equals(lemma) || !words.says(Article.indefinite(last) + " " + last));
    }

    boolean takesThe(String lemma) {
        String last = lemma.substring(lemma.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        if (lemma.startsWith("Mount ") || lemma.startsWith("Lake ")) {
            return false;
        }
        return lemma.startsWith("The ")
                || WITH_THE.contains(last)
                || lemma.contains(" of ")
                || words.saysWithThe(stripThe(lemma));
    }

    private static String stripThe(String lemma) {
        return lemma.startsWith("The ") ? lemma.substring(4) : lemma;
    }
}
