package dev.viralvideo.script.wordnet;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Singular and plural of English nouns: WordNet's list of exceptions first, then the rules. */
final class Morphology {
    /** Only these follow the list of exceptions: it also has rare learned plurals such as octopodes. */
    private static final Pattern IRREGULAR =
            Pattern.compile(".*(f|fe|ouse|oot|ooth|oose|is|child|ox|larva|alga|bacterium|phenomenon|fungus|nucleus)");

    private static final Pattern UNCHANGED =
            Pattern.compile(".*(fish|sheep|species|deer|series|aircraft|salmon|moose)");
    private static final Pattern WITH_OES =
            Pattern.compile(".*(potato|tomato|hero|echo|volcano|mosquito|torpedo|tornado|buffalo|mango)");

    private final Map<String, String> singulars = new HashMap<>();
    private final Map<String, String> plurals = new HashMap<>();

    /** @param exceptions lines of "plural singular" */
    Morphology(String exceptions) {
        exceptions
                .lines()
                .map(line -> line.split(" "))
                .filter(pair -> pair.length > 1)
                .forEach(pair -> {
                    singulars.putIfAbsent(pair[0].replace('_', ' '), pair[1].replace('_', ' '));
                    plurals.putIfAbsent(pair[1].replace('_', ' '), pair[0].replace('_', ' '));
                });
    }

    /** What the word may be the plural of, likeliest first; the word itself comes first of all. */
    List<String> singulars(String word) {
        Set<String> found = new LinkedHashSet<>();
        found.add(word);
        if (singulars.containsKey(word)) {
            found.add(singulars.get(word));
        }
        replaceEnd(found, word, "ies", "y");
        replaceEnd(found, word, "ves", "f");
        replaceEnd(found, word, "ves", "fe");
        replaceEnd(found, word, "ses", "s");
        replaceEnd(found, word, "xes", "x");
        replaceEnd(found, word, "zes", "z");
        replaceEnd(found, word, "ches", "ch");
        replaceEnd(found, word, "shes", "sh");
        replaceEnd(found, word, "oes", "o");
        replaceEnd(found, word, "men", "man");
        if (word.endsWith("s") && !word.endsWith("ss") && word.length() > 3) {
            found.add(word.substring(0, word.length() - 1));
        }
        return List.copyOf(found);
    }

    /** Plural of a lemma; of several words the last one changes. */
    String plural(String lemma) {
        int space = lemma.lastIndexOf(' ');
        if (space > 0 && !plurals.containsKey(lemma)) {
            int of = lemma.indexOf(" of ");
            return of > 0
                    ? plural(lemma.substring(0, of)) + lemma.substring(of)
                    : lemma.substring(0, space + 1) + plural(lemma.substring(space + 1));
        }
        return IRREGULAR.matcher(lemma).matches() && plurals.containsKey(lemma) ? plurals.get(lemma) : regular(lemma);
    }

    private static String regular(String lemma) {
        if (UNCHANGED.matcher(lemma).matches()) {
            return lemma;
        }
        if (lemma.matches(".*[^aeiou]y")) {
            return lemma.substring(0, lemma.length() - 1) + "ies";
        }
        if (lemma.matches(".*(s|x|z|ch|sh)") || WITH_OES.matcher(lemma).matches()) {
            return lemma + "es";
        }
        if (lemma.endsWith("man") && !lemma.matches(".*(human|german|roman|caiman|talisman|shaman)")) {
            return lemma.substring(0, lemma.length() - 2) + "en";
        }
        return lemma + "s";
    }

    private static void replaceEnd(Set<String> found, String word, String end, String by) {
        if (word.endsWith(end) && word.length() > end.length() + 1) {
            found.add(word.substring(0, word.length() - end.length()) + by);
        }
    }
}
