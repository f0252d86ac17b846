package dev.viralvideo.script.wordnet;

import dev.viralvideo.failure.Spelling;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the noun that somebody meant who wrote it a little wrong. */
final class Misspelling {
    private static final int SHORTEST = 5;
    private static final int FAR = 2;

    private final WordNet words;

    Misspelling(WordNet words) {
        this.words = words;
    }

    private record Guess(String noun, int edits, int alike) {}

    /** Of equally near ones the one whose beginning and end are kept, then the one that is met most often. */
    Optional<String> meant(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        if (word.length() < SHORTEST || word.length() > 40) {
            return Optional.empty();
        }
        List<String> forms = words.morphology().singulars(word);
        return words.nouns(word.charAt(0)).stream()
                .flatMap(noun -> forms.stream().map(form -> guess(noun, form)))
                .filter(guess -> guess.edits() <= FAR && guess.noun().length() >= SHORTEST)
                .filter(guess -> words.senses(guess.noun()).stream()
                        .anyMatch(sense -> sense.lemmas().contains(guess.noun())))
                .min(Comparator.comparingInt(Guess::edits).thenComparing(Guess::alike, Comparator.reverseOrder()))
                .map(Guess::noun);
    }

    private static Guess guess(String noun, String form) {
        boolean near = Math.abs(noun.length() - form.length()) <= FAR;
        return new Guess(noun, near ? Spelling.distance(noun, form) : FAR + 1, near ? alike(noun, form) : 0);
    }

    /** Letters in common at both ends. */
    private static int alike(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int start = 0;
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        return start + end;
    }
}
