package dev.viralvideo.script.wordnet;

import dev.viralvideo.script.TopicPhrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the noun a topic is about and the meaning it has there. */
final class SubjectFinder {
    private static final Set<String> IGNORED = Set.of(
            "the",
            "a",
            "an",
            "surprising",
            "amazing",
            "weird",
            "crazy",
            "cool",
            "fascinating",
            "interesting",
            "incredible",
            "beautiful",
            "famous",
            "greatest",
            "great",
            "best",
            "strange",
            "mind-blowing",
            "unbelievable",
            "fun",
            "awesome",
            "our",
            "my",
            "your",
            "all",
            "about",
            "and",
            "of",
            "most",
            "world's",
            "world",
            "wonderful",
            "unusual",
            "little-known",
            "real",
            "popular",
            "important",
            "common",
            "some",
            "different",
            "many",
            "these",
            "this",
            "that",
            "every",
            "kinds",
            "types",
            "secret",
            "hidden",
            "mysterious",
            "life",
            "story",
            "history",
            "in",
            "on",
            "for",
            "to",
            "with");
    private static final Set<String> NO_SUBJECT = Set.of(
            "thing",
            "fact",
            "reason",
            "way",
            "tip",
            "topic",
            "video",
            "something",
            "everything",
            "you",
            "it",
            "work",
            "make");

    /** Acts, thoughts and communication: games, sciences and arts are among them. */
    private static final Set<Integer> FIELDS = Set.of(Domain.ACT, 9, 10);

    private final WordNet words;

    SubjectFinder(WordNet words) {
        this.words = words;
    }

    /** @return null when no word of the topic is a noun that WordNet knows */
    Subject find(TopicPhrase topic) {
        List<String> tokens = tokens(topic.subject());
        boolean question = topic.intent() == TopicPhrase.Intent.WHY || topic.intent() == TopicPhrase.Intent.HOW_TO;
        // a clause is not narrowed by its other words: "why volcanoes erupt" is about volcanoes
        boolean clause = question || topic.intent() == TopicPhrase.Intent.LIST && !topic.named();
        int[] span = question ? firstNoun(tokens, topic.intent()) : headNoun(tokens);
        if (span == null) {
            return null;
        }
        String written = String.join(" ", tokens.subList(span[0], span[1]));
        String lemma = lemma(written);
        Set<String> context = new LinkedHashSet<>(tokens(topic.topic().toLowerCase(Locale.ROOT)));
        tokens.subList(span[0], span[1]).forEach(token -> context.remove(token.toLowerCase(Locale.ROOT)));
        Set<String> modifiers = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i).toLowerCase(Locale.ROOT);
            if ((i < span[0] || i >= span[1]) && !clause && !IGNORED.contains(token)) {
                modifiers.add(token);
            }
        }
        List<Synset> all = words.senses(lemma);
        boolean the = span[0] > 0 && tokens.get(span[0] - 1).equalsIgnoreCase("the");
        Synset sense = choose(all, lemma, context, Character.isUpperCase(written.charAt(0)));
        String phrase = modifiers.isEmpty() ? spoken(written, lemma, sense, the) : topic.subject();
        return new Subject(lemma, phrase, sense, near(sense, all, lemma), all.size(), modifiers);
    }

    /** The longest run of words that is a noun; of equally long ones the last, where English puts the head. */
    private int[] headNoun(List<String> tokens) {
        int limit = tokens.size();
        for (int i = 1; i < tokens.size(); i++) {
            if (Set.of("of", "in", "on", "from", "with", "for", "at")
                            .contains(tokens.get(i).toLowerCase(Locale.ROOT))
                    && lemma(String.join(" ", tokens)) == null) {
                limit = i;
                break;
            }
        }
        for (int length = Math.min(5, tokens.size()); length > 0; length--) {
            for (int from = tokens.size() - length; from >= 0; from--) {
                boolean head = length > 1 || from < limit;
                if (head && isSubject(tokens.subList(from, from + length))) {
                    return new int[] {from, from + length};
                }
            }
        }
        return null;
    }

    private int[] firstNoun(List<String> tokens, TopicPhrase.Intent intent) {
        // behind "how to" stands a verb
        int start = intent == TopicPhrase.Intent.HOW_TO && tokens.size() > 1 ? 1 : 0;
        for (int from = start; from < tokens.size(); from++) {
            for (int length = Math.min(4, tokens.size() - from); length > 0; length--) {
                if (isSubject(tokens.subList(from, from + length))) {
                    return new int[] {from, from + length};
                }
            }
        }
        return null;
    }

    private boolean isSubject(List<String> run) {
        if (IGNORED.contains(run.get(0).toLowerCase(Locale.ROOT)) && !run.get(0).equalsIgnoreCase("world")) {
            return false;
        }
        String lemma = lemma(String.join(" ", run));
        return lemma != null && !NO_SUBJECT.contains(lemma);
    }

    /** @return the lemma that these words are a form of, or null */
    private String lemma(String written) {
        String lower = written.toLowerCase(Locale.ROOT).replaceAll("'s$|’s$", "");
        List<String> forms = new ArrayList<>();
        int space = lower.lastIndexOf(' ');
        for (String last : words.morphology().singulars(lower.substring(space + 1))) {
            forms.add(lower.substring(0, space + 1) + last);
        }
        List<String> joined = new ArrayList<>(forms);
        forms.forEach(form -> joined.add(form.replace(" ", "")));
        forms.forEach(form -> joined.add(form.replace(' ', '-')));
        return joined.stream()
                .filter(form -> form.length() > 1 && words.isNoun(form))
                .findFirst()
                .orElse(null);
    }

    /**
     * The first meaning, unless other words of the topic stand in the gloss of another, the topic writes a name, or
     * the corpus never met the word and another meaning can be seen.
     */
    private Synset choose(List<Synset> senses, String lemma, Set<String> context, boolean capital) {
        List<Synset> fit =
                senses.stream().filter(sense -> Gloss.isFit(sense.gloss())).toList();
        List<Synset> pool = fit.isEmpty() ? senses : fit;
        int seen = words.frequency(pool.get(0), lemma);
        // "(chess) the ..." in other glosses: the word names a field
        boolean field = words.mentioning("(" + lemma + ")", 3).size() == 3;
        Comparator<Synset> order = Comparator.comparingDouble(sense -> {
            double score = -0.3 * pool.indexOf(sense) + 2.0 * overlap(sense, context);
            score += seen == 0 && Domain.VISIBLE.contains(sense.domain()) && sense.domain() != Domain.PERSON ? 1 : 0;
            score += seen == 0 && sense.domain() == Domain.FOOD ? -0.5 : 0;
            score += seen == 0 && sense.domain() == Domain.ANIMAL ? 0.5 : 0;
            // what the corpus never met is best known by how much there is to say about it
            score += seen == 0 ? 0.3 * Math.log1p(sense.pointers().size()) : 0;
            score += field && FIELDS.contains(sense.domain()) ? 1.5 : 0;
            score -= sense.domain() == Domain.PERSON && !sense.isInstance() && senses.size() > 1 ? 0.7 : 0;
            score -= !capital && sense.lemmas().stream().noneMatch(lemma::equals) ? 0.4 : 0;
            score += capital && SpokenName.isProper(word(sense, lemma)) ? 0.4 : 0;
            return score;
        });
        return pool.stream().max(order).orElseThrow();
    }

    private static String word(Synset sense, String lemma) {
        return sense.lemmas().stream()
                .filter(lemma::equalsIgnoreCase)
                .findFirst()
                .orElse(sense.lemma());
    }

    private int overlap(Synset sense, Set<String> context) {
        Set<String> gloss = new HashSet<>(stems(sense.gloss()));
        sense.lemmas().forEach(lemma -> gloss.addAll(stems(lemma)));
        words.synsets(sense.targets(Relation.HYPERNYM)).forEach(above -> gloss.addAll(stems(above.lemma())));
        return (int) context.stream()
                .filter(word -> !IGNORED.contains(word) && word.length() > 3)
                .filter(word -> gloss.contains(stem(word)))
                .count();
    }

    /** Meanings of the same kind whose gloss comes back to the word: a volcano is a vent and a mountain. */
    private static List<Synset> near(Synset sense, List<Synset> all, String lemma) {
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

    private String spoken(String written, String lemma, Synset sense, boolean the) {
        String proper = word(sense, lemma);
        boolean name = SpokenName.isProper(proper) && sense.lemmas().stream().noneMatch(lemma::equals);
        String phrase = name && written.equalsIgnoreCase(proper) ? proper : written;
        return the || (name && new Naming(words).takesThe(proper))
                ? "the " + phrase.replaceFirst("(?i)^the ", "")
                : phrase;
    }

    static List<String> tokens(String text) {
        return Arrays.stream(text.replaceAll("[^\\p{L}\\p{N}'’ -]", " ").split("\\s+"))
                .filter(token -> !token.isBlank())
                .collect(Collectors.toList());
    }

    static Set<String> stems(String text) {
        return tokens(text.toLowerCase(Locale.ROOT)).stream()
                .map(SubjectFinder::stem)
                .collect(Collectors.toSet());
    }

    static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replaceAll("(ies|ing|ed|es|s|e|y)$", "");
        return lower.length() < 3 ? word.toLowerCase(Locale.ROOT) : lower;
    }
}
