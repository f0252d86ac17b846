package dev.viralvideo.media.illustration;

import dev.viralvideo.media.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shipped picture set, addressed by what a segment is about. Safe for concurrent use. */
public final class Illustrations {
    private static final double WORTH = 0.3;
    private static final double HEAD_OF_TERM = 0.6;
    private static final double PART_OF_TERM = 0.5;
    private static final double TITLE = 0.55;
    private static final int LONGEST_PHRASE = 4;

    /** For a segment whose words no picture knows: stands for anything without saying something wrong. */
    private static final List<String> ABSTRACT = List.of(
            "sparkles",
            "glowing-star",
            "light-bulb",
            "magnifying-glass-tilted-left",
            "gem-stone",
            "compass",
            "puzzle-piece",
            "crystal-ball",
            "rocket",
            "hourglass-not-done",
            "open-book",
            "bullseye",
            "party-popper",
            "shooting-star",
            "key");

    private Illustrations() {}

    /** Read when the first asks: a service has little to draw when it starts. */
    public static Illustrations bundled() {
        return new Illustrations();
    }

    public List<Illustration> all() {
        return Bundled.INDEX.all();
    }

    /**
     * The pictures that show one of the terms, best first; the title's words count less. Empty when none does.
     *
     * @param searchTerms most specific first
     */
    public List<Illustration> find(List<String> searchTerms, String title) {
        return ranked(scores(searchTerms, title), WORTH);
    }

    /** How well the best picture shows the term, 0 (none does) to about 1. */
    double strongest(String term) {
        return scores(List.of(term), "").values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    /** The pictures that only belong to the same wide class ("animal", "food"), for when nothing better is left. */
    List<Illustration> ofSameClass(List<String> searchTerms) {
        Map<Illustration, Double> scores = scores(searchTerms, "");
        scores.values().removeIf(score -> score >= WORTH);
        return ranked(scores, 0);
    }

    Set<Illustration> relatives(Illustration picture) {
        return Bundled.INDEX.relatives(picture);
    }

    List<Illustration> anything() {
        return ABSTRACT.stream().map(Bundled.INDEX::picture).toList();
    }

    private Map<Illustration, Double> scores(List<String> searchTerms, String title) {
        Map<Illustration, Double> scores = new LinkedHashMap<>();
        for (int i = 0; i < searchTerms.size(); i++) {
            addTerm(searchTerms.get(i), Math.max(0.6, 1 - 0.06 * i), scores);
        }
        if (title != null && !title.isBlank()) {
            addTerm(title, TITLE, scores);
        }
        return scores;
    }

    /** Every run of words in the term is looked up; the whole term counts most, then runs that end it: its head. */
    private void addTerm(String term, double weight, Map<Illustration, Double> scores) {
        List<String> stems = Words.stems(term);
        for (int from = 0; from < stems.size(); from++) {
            for (int to = from + 1; to <= Math.min(stems.size(), from + LONGEST_PHRASE); to++) {
                double part = to - from == stems.size() ? 1 : to == stems.size() ? HEAD_OF_TERM : PART_OF_TERM;
                for (IllustrationIndex.Hit hit : Bundled.INDEX.hits(IllustrationIndex.key(stems.subList(from, to)))) {
                    scores.merge(hit.picture(), hit.strength() * weight * part, Math::max);
                }
            }
        }
    }

    /** Equal scores keep the order of the index, which is fixed. */
    private static List<Illustration> ranked(Map<Illustration, Double> scores, double worth) {
        List<Map.Entry<Illustration, Double>> found = new ArrayList<>(scores.entrySet());
        found.removeIf(entry -> entry.getValue() < worth);
        found.sort(Comparator.comparingDouble((Map.Entry<Illustration, Double> entry) -> -entry.getValue()));
        return found.stream().map(Map.Entry::getKey).toList();
    }

    private static final class Bundled {
        static final IllustrationIndex INDEX = IllustrationIndex.bundled();
    }
}
