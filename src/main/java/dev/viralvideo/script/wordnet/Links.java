package dev.viralvideo.script.wordnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says how a thing belongs to the subject, where its own statement does not. */
final class Links {
    private final Nouns nouns;
    private final Naming naming;

    Links(WordNet words) {
        this.nouns = new Nouns(words);
        this.naming = new Naming(words);
    }

    /** @return the statement, with a sentence before it where one is needed */
    Statement linked(Statement statement, Synset synset, Subject subject, Relation relation) {
        if (relation == Relation.HYPONYM || relation == Relation.INSTANCE_HYPONYM) {
            return statement.asKind();
        }
        NounPhrase own = NounPhrase.of(subject.sense(), nouns);
        if (own == null || speaksOf(synset, subject)) {
            return statement;
        }
        SpokenName whole = naming.name(subject.sense(), subject.lemma(), own);
        String link = subject.sense().domain() == Domain.PERSON ? null : link(whole, statement.name(), relation);
        List<String> sentences = new ArrayList<>(statement.sentences());
        if (link != null) {
            // "Osaka Bay is part of Japan. It is a bay …"
            boolean again = relation == Relation.PART_MERONYM
                    && sentences.get(0).startsWith(statement.name().subject() + " ");
            if (again) {
                String rest =
                        sentences.get(0).substring(statement.name().subject().length());
                sentences.set(0, (statement.name().plural() ? "They" : "It") + rest);
            }
            sentences.add(0, link);
        }
        return new Statement(
                sentences,
                statement.name(),
                null,
                statement.onScreen(),
                statement.terms(),
                statement.source(),
                false,
                statement.score(),
                statement.year());
    }

    private static boolean speaksOf(Synset synset, Subject subject) {
        Set<String> own = Content.words(subject.lemma());
        return Content.words(synset.gloss() + " " + synset.lemma()).stream().anyMatch(own::contains);
    }

    private static String link(SpokenName whole, SpokenName other, Relation relation) {
        String is = whole.plural() ? " are " : " is ";
        return switch (relation) {
            case PART_MERONYM ->
                SpokenName.capital(other.inside()) + (other.plural() ? " are" : " is") + " part of " + whole.inside()
                        + ".";
            case SUBSTANCE_MERONYM -> "There is " + other.inside() + " in " + whole.inside() + ".";
            case PART_HOLONYM, MEMBER_HOLONYM -> whole.subject() + is + "part of " + other.inside() + ".";
            case HYPERNYM, INSTANCE_HYPERNYM ->
                whole.plural() == other.plural() && !other.subject().startsWith("The ")
                        ? whole.subject() + is + other.inside() + "."
                        : null;
            default -> null;
        };
    }
}
