package dev.viralvideo.script.wordnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One meaning, with the words that share it and what it points to.
 *
 * @param offset  its key in {@code data.noun}
 * @param domain  number of the lexicographer file, 3 to 28 for nouns (see {@link Domain})
 * @param lemmas  with spaces, in the order of the database
 * @param lexIds  tell apart equal lemmas within a domain, two digits
 * @param gloss   definition, remarks and quoted examples as one text
 */
record Synset(int offset, int domain, List<String> lemmas, List<String> lexIds, List<Pointer> pointers, String gloss) {
    /** @param target offset of a noun meaning */
    record Pointer(Relation relation, int target) {}

    /** Reads one line of {@code data.noun}. */
    static Synset parse(String line) {
        int bar = line.indexOf(" | ");
        String[] fields = line.substring(0, bar).split(" ");
        int words = Integer.parseInt(fields[3], 16);
        List<String> lemmas = new ArrayList<>();
        List<String> lexIds = new ArrayList<>();
        int at = 4;
        for (int i = 0; i < words; i++) {
            lemmas.add(fields[at++].replace('_', ' '));
            lexIds.add("%02d".formatted(Integer.parseInt(fields[at++], 16)));
        }
        int pointerCount = Integer.parseInt(fields[at++]);
        List<Pointer> pointers = new ArrayList<>();
        for (int i = 0; i < pointerCount; i++, at += 4) {
            Relation relation = Relation.of(fields[at]);
            if (relation != null && fields[at + 2].equals("n")) {
                pointers.add(new Pointer(relation, Integer.parseInt(fields[at + 1])));
            }
        }
        return new Synset(
                Integer.parseInt(fields[0]),
                Integer.parseInt(fields[1]),
                List.copyOf(lemmas),
                List.copyOf(lexIds),
                List.copyOf(pointers),
                line.substring(bar + 3).strip());
    }

    List<Integer> targets(Relation relation) {
        return pointers.stream()
                .filter(pointer -> pointer.relation() == relation)
                .map(Pointer::target)
                .toList();
    }

    boolean isInstance() {
        return !targets(Relation.INSTANCE_HYPERNYM).isEmpty();
    }

    String lemma() {
        return lemmas.get(0);
    }

    /** The key by which WordNet itself cites this meaning of its word, for example {@code volcano%1:17:01::}. */
    String senseKey(int word) {
        return "%s%%1:%02d:%s::"
                .formatted(lemmas.get(word).replace(' ', '_').toLowerCase(Locale.ROOT), domain, lexIds.get(word));
    }
}
