package dev.viralvideo.script.wordnet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Collects what WordNet knows about a subject: its definition, kinds, parts, what it is part of, and every other
 * meaning whose gloss speaks of it. Nothing is invented: each statement is one gloss in a spoken form.
 */
final class FactFinder {
    private static final int MOST_KINDS = 150;
    private static final int MOST_WORDED = 36;
    private static final Set<String> TOO_GENERAL = Set.of(
            """
            entity, object, whole, region, part, device, artifact, instrumentality, matter, substance, thing,
            location, person, group, act, event, state, attribute, activity, organism, structure, instrument,
            equipment, material, food, beverage, animal, plant, area, natural object, opening, construction, way,
            content, message, quality, condition, phenomenon, living thing, body"""
                    .split(",\\s+"));

    private final WordNet words;
    private final Statements statements;
    private final Links links;
    private final Mentions mentions;

    FactFinder(WordNet words) {
        this.words = words;
        this.statements = new Statements(words);
        this.links = new Links(words);
        this.mentions = new Mentions(words);
    }

    /** A meaning that may be told, and what ties it to the subject. */
    private record Candidate(Synset synset, Relation relation, double weight) {}

    /** What many people have heard of is more fun to learn about. */
    private double familiarity(Synset synset, Subject subject) {
        boolean itself = synset.offset() == subject.sense().offset();
        return !itself && words.frequency(synset, synset.lemma()) > 0 ? 0.8 : 0;
    }

    private double promise(Candidate candidate) {
        return Interest.of(candidate.synset().gloss(), candidate.weight());
    }

    /** @return without near-duplicates, most interesting first; equal ones in the order of the database */
    List<Statement> find(Subject subject) {
        Map<Integer, Candidate> found = new LinkedHashMap<>();
        // what it is should not be missing where it can be said
        put(found, subject.sense(), null, subject, 4);
        for (Synset sense : subject.senses()) {
            addKinds(found, sense, subject);
            add(found, sense, Relation.PART_MERONYM, subject, 2.4);
            add(found, sense, Relation.SUBSTANCE_MERONYM, subject, 2.4);
            add(found, sense, Relation.MEMBER_MERONYM, subject, 2.0);
            add(found, sense, Relation.REGION_MEMBER, subject, 1.5);
            add(found, sense, Relation.DOMAIN_MEMBER, subject, 1.8);
            add(found, sense, Relation.SUBSTANCE_HOLONYM, subject, 1.6);
            sense.targets(Relation.PART_HOLONYM).stream()
                    .map(words::synset)
                    .filter(whole -> !isContinent(whole))
                    .forEach(whole -> put(found, whole, Relation.PART_HOLONYM, subject, 0.5));
            add(found, sense, Relation.MEMBER_HOLONYM, subject, 0.5);
            if (sense.domain() != Domain.PERSON) {
                add(found, sense, Relation.INSTANCE_HYPERNYM, subject, 0.8);
            }
            put(found, sense, null, subject, 1.2);
        }
        addClasses(found, subject.sense(), subject);
        mentions.ofField(subject).forEach(other -> put(found, other, Relation.DOMAIN_MEMBER, subject, 1.8));
        mentions.of(subject).forEach((other, weight) -> put(found, other, null, subject, weight));
        return distinct(worded(found.values(), subject), subject);
    }

    /** Wording a meaning looks through all glosses for how its name is used, so only the best are worded. */
    private List<Statement> worded(Iterable<Candidate> found, Subject subject) {
        List<Candidate> ranked = new ArrayList<>();
        found.forEach(ranked::add);
        ranked.sort(Comparator.comparingDouble(this::promise).reversed());
        List<Statement> worded = new ArrayList<>();
        for (Candidate candidate : ranked) {
            if (worded.size() == MOST_WORDED) {
                break;
            }
            Statement statement = statements.of(candidate.synset(), subject, candidate.weight());
            if (statement != null && candidate.relation() != null) {
                statement = links.linked(statement, candidate.synset(), subject, candidate.relation());
            }
            if (statement != null) {
                worded.add(statement);
            }
        }
        return worded;
    }

    private void addKinds(Map<Integer, Candidate> found, Synset sense, Subject subject) {
        List<Synset> level = List.of(sense);
        Set<Integer> seen = new LinkedHashSet<>();
        for (int depth = 0; depth < 4 && seen.size() < MOST_KINDS; depth++) {
            List<Synset> next = new ArrayList<>();
            for (Synset above : level) {
                List<Integer> below = new ArrayList<>(above.targets(Relation.INSTANCE_HYPONYM));
                below.addAll(above.targets(Relation.HYPONYM));
                for (Synset kind : words.synsets(below)) {
                    if (isFirstOfAll(kind, above) && seen.add(kind.offset())) {
                        put(found, kind, Relation.HYPONYM, subject, 2.6 - 0.25 * depth);
                        next.add(kind);
                    }
                }
            }
            level = next;
        }
    }

    /** A section is of music, but of writing before that: its kinds would lead to the books of the Bible. */
    private static boolean isFirstOfAll(Synset kind, Synset above) {
        List<Integer> classes = kind.targets(Relation.HYPERNYM);
        return classes.isEmpty() || classes.get(0) == above.offset();
    }

    private void addClasses(Map<Integer, Candidate> found, Synset sense, Subject subject) {
        for (Synset above : words.synsets(sense.targets(Relation.HYPERNYM))) {
            if (above.lemmas().stream().noneMatch(TOO_GENERAL::contains)) {
                put(found, above, Relation.HYPERNYM, subject, 0.6);
            }
        }
    }

    private void add(Map<Integer, Candidate> found, Synset sense, Relation relation, Subject subject, double weight) {
        words.synsets(sense.targets(relation)).forEach(other -> put(found, other, relation, subject, weight));
    }

    /** That a country is part of Asia is no news, and that an empire is, is only half of the truth. */
    private boolean isContinent(Synset whole) {
        return words.synsets(whole.targets(Relation.INSTANCE_HYPERNYM)).stream()
                .anyMatch(kind -> kind.lemmas().contains("continent"));
    }

    private void put(Map<Integer, Candidate> found, Synset synset, Relation relation, Subject subject, double weight) {
        if (keepsModifiers(synset, relation, subject)) {
            found.putIfAbsent(synset.offset(), new Candidate(synset, relation, weight + familiarity(synset, subject)));
        }
    }

    /** "ancient Egypt" is not Egypt: only what also speaks of the narrowing word is about the topic. */
    private static boolean keepsModifiers(Synset synset, Relation relation, Subject subject) {
        if (subject.modifiers().isEmpty()) {
            return true;
        }
        String said = synset.gloss() + " ; " + String.join(" ; ", synset.lemmas());
        boolean kind = relation == Relation.HYPONYM || relation == Relation.INSTANCE_HYPONYM;
        Set<String> stems = Content.stems(said);
        return subject.modifiers().stream()
                .allMatch(modifier -> kind
                        ? stems.contains(Content.stem(modifier))
                        : Pattern.compile("(?i)\\b" + Pattern.quote(modifier) + "\\w* (\\w+ )?"
                                        + Pattern.quote(subject.lemma()))
                                .matcher(said)
                                .find());
    }

    private static List<Statement> distinct(Iterable<Statement> found, Subject subject) {
        List<Statement> ranked = new ArrayList<>();
        found.forEach(ranked::add);
        ranked.sort(Comparator.comparingDouble(Statement::score).reversed());
        Set<String> own = Content.words(subject.lemma() + " " + subject.phrase());
        List<Statement> kept = new ArrayList<>();
        List<Set<String>> told = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Statement statement : ranked) {
            Set<String> content = Content.words(statement.text());
            content.removeAll(own);
            boolean repeats = told.stream().anyMatch(other -> Content.overlap(other, content) > 0.55);
            if (!repeats && names.add(statement.name().lemma().toLowerCase(Locale.ROOT))) {
                kept.add(statement);
                told.add(content);
            }
        }
        return kept;
    }
}
