package dev.viralvideo.script.wordnet;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a meaning is named in a sentence.
 *
 * @param subject with its article, at the start of a sentence ("The whale shark", "Espresso", "Cotopaxi")
 * @param lemma   the plain word, for titles and searches
 * @param plural  whether the verb behind it stands in the plural
 */
record SpokenName(String subject, String lemma, boolean plural) {
    private static final Set<String> WITH_THE = Set.of(
            "tower",
            "empire",
            "river",
            "sea",
            "ocean",
            "war",
            "wars",
            "revolution",
            "mountains",
            "islands",
            "desert",
            "museum",
            "palace",
            "gardens",
            "bank",
            "quarter",
            "republic",
            "kingdom",
            "states",
            "peninsula",
            "bridge",
            "canal",
            "dynasty",
            "age",
            "renaissance",
            "pyramid",
            "wall",
            "alps",
            "plateau",
            "strait",
            "channel",
            "gulf",
            "way",
            "system",
            "congress",
            "senate",
            "union",
            "church",
            "council",
            "battle",
            "treaty");
    private static final Set<Integer> UNCOUNTED =
            Set.of(Domain.FOOD, Domain.SUBSTANCE, Domain.PHENOMENON, Domain.ACT, 7, 9, 10, 11, 12, 16, 22, 26);

    /**
     * @param wanted the word of the topic: it is used where it is one of the meaning's words
     * @param phrase what will be said about it: it decides between singular and plural
     */
    static SpokenName of(Synset synset, String wanted, NounPhrase phrase, WordNet words) {
        String lemma = lemma(synset, wanted);
        Nouns nouns = new Nouns(words);
        String last = lemma.substring(lemma.lastIndexOf(' ') + 1);
        if (isProper(lemma) && (synset.isInstance() || !lemma.contains(" "))) {
            boolean many = nouns.isPlural(last) && phrase.plural();
            return new SpokenName(takesThe(lemma, words) ? "The " + stripThe(lemma) : lemma, lemma, many);
        }
        boolean alreadyPlural = nouns.isPlural(last) && !nouns.isMass(last) && phrase.plural();
        if (alreadyPlural) {
            return new SpokenName(capital(lemma), lemma, true);
        }
        if (phrase.plural() && synset.domain() != Domain.FOOD && !nouns.isMass(last)) {
            return new SpokenName(capital(words.morphology().plural(lemma)), lemma, true);
        }
        return new SpokenName(singular(synset, phrase, lemma, last, nouns, words), lemma, false);
    }

    private static String singular(
            Synset synset, NounPhrase phrase, String lemma, String last, Nouns nouns, WordNet words) {
        boolean mass = nouns.isMass(last) || phrase.bare();
        if (!mass && UNCOUNTED.contains(synset.domain())) {
            mass = !words.says(Article.indefinite(lemma) + " " + lemma);
        }
        if (mass || lemma.endsWith("ism") || lemma.endsWith("ness")) {
            return capital(lemma);
        }
        boolean kind = synset.domain() == Domain.ANIMAL || synset.domain() == Domain.PLANT || synset.domain() == 8;
        return kind || phrase.text().startsWith("the ")
                ? "The " + lemma
                : capital(Article.indefinite(lemma)) + " " + lemma;
    }

    private static String lemma(Synset synset, String wanted) {
        if (synset.domain() == Domain.PERSON && synset.isInstance()) {
            return fullName(synset);
        }
        return synset.lemmas().stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .orElseGet(() -> plainest(synset.lemmas()));
    }

    private static String fullName(Synset synset) {
        return synset.lemmas().stream()
                .filter(lemma -> lemma.contains(" ") && !lemma.contains("."))
                .findFirst()
                .orElse(synset.lemma());
    }

    /** Within a sentence: "the whale shark". */
    String inside() {
        return isProper(lemma) && subject.equals(capital(lemma))
                ? subject
                : Character.toLowerCase(subject.charAt(0)) + subject.substring(1);
    }

    /** The first word that is not Latin, preferring what one would say aloud. */
    static String plainest(List<String> lemmas) {
        return lemmas.stream()
                .filter(lemma -> !isLatin(lemma) && !lemma.matches(".*[\\d.].*") && lemma.length() > 2)
                .findFirst()
                .orElse(lemmas.get(0));
    }

    /** Two words of which only the first is capitalised, or the name of a genus: scientific names look like that. */
    static boolean isLatin(String lemma) {
        return lemma.matches("[A-Z][a-z]+( [a-z]+){1,2}")
                        && lemma.matches(".*(us|a|um|is|es|i|ae|ens|or|x|ii|on|as|ys|ops|yx)$")
                || lemma.matches(
                        "(genus|family|order|class|phylum|suborder|subfamily|superfamily|subclass|kingdom|division) .*");
    }

    static boolean isProper(String lemma) {
        return Character.isUpperCase(lemma.charAt(0));
    }

    static boolean takesThe(String lemma, WordNet words) {
        String last = lemma.substring(lemma.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        String name = stripThe(lemma);
        if (lemma.startsWith("Mount ") || lemma.startsWith("Lake ") || lemma.matches(".* \\w+ Church")) {
            return false;
        }
        return lemma.startsWith("The ") || WITH_THE.contains(last) || lemma.contains(" of ") || words.saysWithThe(name);
    }

    private static String stripThe(String lemma) {
        return lemma.startsWith("The ") ? lemma.substring(4) : lemma;
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
