package dev.viralvideo.script.wordnet;

import java.util.ArrayList;
import java.util.List;

/** Begins the same statement in different ways, so that a list does not sound like a list. */
final class Wording {
    private Wording() {}

    /**
     * @param subject the subject's lemma: of that itself everybody has heard
     * @param turn   which item this is; with the seed it decides on the opening
     * @param plain  as the statement stands, for stories
     */
    static String of(Statement statement, String subject, int turn, long seed, boolean plain) {
        boolean self = statement.name().lemma().equalsIgnoreCase(subject);
        String opened = plain || self || statement.phrase() == null ? null : opened(statement, turn, seed);
        if (opened == null) {
            return statement.text();
        }
        List<String> sentences = new ArrayList<>(statement.sentences());
        sentences.set(0, opened);
        return String.join(" ", sentences);
    }

    private static String opened(Statement statement, int turn, long seed) {
        SpokenName name = statement.name();
        boolean person = statement.sentences().get(0).contains(" was ");
        String named = name.inside().replaceFirst("^(a|an) ", "the ");
        String phrase = statement.phrase().text();
        String they = name.plural() ? "They are " : "It is ";
        return switch ((int) Math.floorMod(turn + seed, 5L)) {
            case 1 -> person ? "Meet " + named + ", " + phrase + "." : "Meet " + named + ". " + they + phrase + ".";
            case 3 ->
                // nothing comes before the first
                turn == 0 || person || name.plural() || statement.phrase().bare() || phrase.startsWith("one of")
                        ? null
                        : "Then there is " + named + ", " + phrase + ".";
            case 4 -> person ? null : "Ever heard of " + named + "? " + they + phrase + ".";
            default -> null;
        };
    }
}
