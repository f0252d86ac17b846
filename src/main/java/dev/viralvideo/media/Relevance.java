package dev.viralvideo.media;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How well a text (file name, folders, tags, title) answers a segment's search terms: 0 to 1. */
public final class Relevance {
    private Relevance() {}

    /**
     * The best of the terms counts: all of its words found is 1 for the first (most specific) term and a little less
     * for each that follows; only a part of its words counts by that part, squared, so that one common word of a long
     * term is not enough.
     */
    public static double of(String text, List<String> searchTerms) {
        Set<String> offered = bag(text);
        double best = 0;
        for (int i = 0; i < searchTerms.size(); i++) {
            best = Math.max(best, Math.max(0.5, 1 - 0.08 * i) * coverage(Words.stems(searchTerms.get(i)), offered));
        }
        return best;
    }

    private static double coverage(List<String> wanted, Set<String> offered) {
        if (wanted.isEmpty()) {
            return 0;
        }
        if (offered.contains(String.join("", wanted))) {
            return 1;
        }
        long found = wanted.stream().filter(offered::contains).count();
        double part = (double) found / wanted.size();
        // the last word is what the term is about: a "honey bee" is a bee, not honey
        boolean head = offered.contains(wanted.get(wanted.size() - 1));
        return found == wanted.size() ? 1 : head ? Math.max(0.5, part * part) : part * part * 0.8;
    }

    /** Single stems, and neighbours joined: "honey-bee.mp4" answers "honeybee". */
    private static Set<String> bag(String text) {
        List<String> stems = Words.stems(text);
        Set<String> bag = new HashSet<>(stems);
        for (int i = 0; i + 1 < stems.size(); i++) {
            bag.add(stems.get(i) + stems.get(i + 1));
        }
        return bag;
    }
}
