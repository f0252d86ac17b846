package dev.viralvideo.script.wordnet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Chooses the meaning a word has in a topic. */
final class SenseChoice {
    /** Acts, thoughts and communication: games, sciences and arts are among them. */
    private static final Set<Integer> FIELDS = Set.of(Domain.ACT, 9, 10);

    private final WordNet words;

    SenseChoice(WordNet words) {
        this.words = words;
    }

    /**
     * The first meaning, unless other words of the topic stand in the gloss of another, the topic writes a name, or
     * the corpus never met the word and another meaning can be seen.
     */
    Synset choose(List<Synset> senses, String lemma, Set<String> context, boolean capital) {
        List<Synset> fit =
                senses.stream().filter(sense -> Gloss.isFit(sense.gloss())).toList();
        List<Synset> pool = fit.isEmpty() ? senses : fit;
        int seen = words.frequency(pool.get(0), lemma);
        // "(chess) the ..." in other glosses: the word names a field
        boolean field = words.mentioning("(" + lemma + ")", 2).size() == 2;
        Comparator<Synset> order = Comparator.comparingDouble(sense -> {
            double score = -0.3 * pool.indexOf(sense) + 2.0 * overlap(sense, context);
            score += seen == 0 && Domain.VISIBLE.contains(sense.domain()) && sense.domain() != Domain.PERSON ? 1 : 0;
            score += seen == 0 && sense.domain() == Domain.FOOD ? -0.5 : 0;
            score += seen == 0 && sense.domain() == Domain.ANIMAL ? 0.5 : 0;
            // what the corpus never met is best known by how much there is to say about it
            score += seen == 0 ? 0.3 * Math.log1p(sense.pointers().size()) : 0;
            score += sense.domain() == Domain.BODY && context.contains("human") ? 2 : 0;
            score += field && FIELDS.contains(sense.domain()) ? 1.5 : 0;
            score -= sense.domain() == Domain.PERSON && !sense.isInstance() && senses.size() > 1 ? 0.7 : 0;
            // a god or a figure of a tale, of whom no more is known than one line
            score -= sense.domain() == Domain.PERSON
                            && sense.isInstance()
                            && senses.size() > 1
                            && Gloss.parse(sense.gloss()).lived() == null
                    ? 1.5
                    : 0;
            score -= !capital && sense.lemmas().stream().noneMatch(lemma::equals) ? 0.4 : 0;
            score += capital && SpokenName.isProper(word(sense, lemma)) ? 0.4 : 0;
            return score;
        });
        return pool.stream().max(order).orElseThrow();
    }

    static String word(Synset sense, String lemma) {
        return sense.lemmas().stream()
                .filter(lemma::equalsIgnoreCase)
                .findFirst()
                .orElse(sense.lemma());
    }

    private int overlap(Synset sense, Set<String> context) {
        Set<String> gloss = new HashSet<>(Content.stems(sense.gloss()));
        sense.lemmas().forEach(lemma -> gloss.addAll(Content.stems(lemma)));
        words.synsets(sense.targets(Relation.HYPERNYM)).forEach(above -> gloss.addAll(Content.stems(above.lemma())));
        return (int) context.stream()
                .filter(word -> word.length() > 3)
                .filter(word -> gloss.contains(Content.stem(word)))
                .count();
    }

    /** Meanings of the same kind whose gloss comes back to the word: a volcano is a vent and a mountain. */
    static List<Synset> near(Synset sense, List<Synset> all, String lemma) {
        List<Synset> near = new ArrayList<>(List.of(sense));
        String root = lemma.length() > 5 ? lemma.substring(0, lemma.length() - 1) : lemma;
        for (Synset other : all) {
            boolean comesBack = other.domain() == sense.domain()
                    && other.gloss().contains(root)
                    && !other.gloss().contains("resembling");
            Set<String> shared = Content.words(other.gloss());
            shared.retainAll(Content.words(sense.gloss()));
            if (other != sense
                    && !sense.isInstance()
                    && (comesBack || shared.size() >= 2 && Domain.VISIBLE.contains(other.domain()))
                    && !isPerson(other)) {
                near.add(other);
            }
        }
        return near;
    }

    private static boolean isPerson(Synset synset) {
        return synset.domain() == Domain.PERSON;
    }
}
