package dev.viralvideo.script.wordnet;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind "is" or "are" in a spoken definition.
 *
 * @param text   with its article
 * @param plural whether the subject must be in the plural
 * @param bare   whether the phrase goes without an article because it names a mass ("strong black coffee")
 * @param head   the noun that carries the phrase
 */
record NounPhrase(String text, boolean plural, boolean bare, String head) {
    private static final Set<String> DETERMINERS = Set.of(
            "a",
            "an",
            "the",
            "one",
            "his",
            "her",
            "their",
            "its",
            "each",
            "every",
            "this",
            "some",
            "all",
            "either",
            "someone",
            "something",
            "anything",
            "anyone",
            "both",
            "your",
            "what");
    private static final Set<String> STARTS_NO_PHRASE = Set.of(
            "in",
            "of",
            "on",
            "at",
            "by",
            "with",
            "when",
            "where",
            "to",
            "for",
            "as",
            "from",
            "used",
            "being",
            "having",
            "not",
            "that",
            "which",
            "who",
            "relating",
            "equal",
            "equals",
            "how",
            "why",
            "if",
            "it",
            "they",
            "is",
            "are",
            "was",
            "usually",
            "sometimes",
            "often",
            "especially",
            "literally",
            "formerly",
            "and",
            "or",
            "make",
            "made",
            "half");
    private static final Pattern ANY_OF_MANY = Pattern.compile(
            "^(?:any|one) of (?:the )?(?:several|various|numerous|many|certain|diverse|assorted|a number of|a variety of|a large number of|different)"
                    + "(?: (?:and|or|kinds of|types of|species of|sorts of|varieties of|breeds of|different|other|related))*(?: (?:various|different|diverse|several))? (.+)$");
    private static final String ORDINAL =
            "first|second|third|fourth|last|only|largest|smallest|oldest|highest|longest|tallest";
    /** "capital and largest city": there is but one. */
    private static final Pattern UNIQUE = Pattern.compile("^\\w+(?: \\w+)? and (?:the )?(?:" + ORDINAL + ")\\b");
    /** A verb of its own before any relative clause: the gloss is a sentence and nothing to put behind "is". */
    private static final Pattern FINITE = Pattern.compile(
            "^(?:(?!\\b(?:that|which|who|whose|whom|where|when|what|how|while|because|as|if|after|before|until|than)\\b).)*?"
                    + "(?:\\b(?:has|have|had|is|are|was|were|will|can|may|does|did)\\b|\\b(?!(?:that|which|who|whose|where|when|and|or)\\b)\\w+ (?!used|called|named)\\w{3,}ed (?:the|his|its|their) )");

    private static final Pattern ANY_OF_GROUP =
            Pattern.compile("^any of (?:the |a )?(?:group|family|class|genus|species|order|set|breed|number) .*");
    private static final Pattern ANY_OF_COUNT =
            Pattern.compile("^(?:any|one) of (the (?:two|three|four|five|six|seven|eight|nine|ten|twelve|\\d+) .+)$");

    /** Of what the gloss defines; a dish or a game is one, although the gloss says "any of various". */
    static NounPhrase of(Synset synset, Nouns nouns) {
        String definition = Gloss.parse(synset.gloss()).definition();
        NounPhrase phrase = definition.isEmpty() ? null : of(definition, nouns);
        boolean one = synset.domain() == Domain.FOOD || synset.domain() == Domain.ACT;
        return one && phrase != null && phrase.plural() && !phrase.bare() ? phrase.inSingular(nouns) : phrase;
    }

    /** @return null when the definition is no noun phrase that can be spoken */
    static NounPhrase of(String definition, Nouns nouns) {
        if (FINITE.matcher(definition).find()) {
            return null;
        }
        Matcher many = ANY_OF_MANY.matcher(definition);
        if (many.matches()) {
            return plural(many.group(1), nouns);
        }
        if (ANY_OF_GROUP.matcher(definition).matches()) {
            return new NounPhrase("one" + definition.substring(3), false, false, "one");
        }
        Matcher count = ANY_OF_COUNT.matcher(definition);
        if (count.matches()) {
            return new NounPhrase("one of " + count.group(1), false, false, "one");
        }
        if (definition.startsWith("any of ") || definition.startsWith("either of ")) {
            return new NounPhrase("one" + definition.substring(definition.indexOf(' ')), false, false, "one");
        }
        if (definition.startsWith("any ")) {
            return bare(definition.substring(4), nouns);
        }
        String first = definition.split(" ")[0];
        if (DETERMINERS.contains(first.toLowerCase())) {
            String head = nouns.head(definition.substring(first.length()).strip());
            return head == null ? null : new NounPhrase(definition, false, false, head);
        }
        return bare(definition, nouns);
    }

    /** "white wines flavored with herbs" as "a white wine flavored with herbs", for what has no plural of its own. */
    private NounPhrase inSingular(Nouns nouns) {
        String single = nouns.singular(head);
        String changed = text.replaceFirst("\\b" + head + "\\b", single);
        return new NounPhrase(Article.indefinite(changed) + " " + changed, false, false, single);
    }

    /** "woodland and meadow grasses": of joined nouns the last one counts. */
    private static NounPhrase plural(String rest, Nouns nouns) {
        String head = nouns.head(rest.replaceAll(" (and|or) ", " "));
        return head != null && (nouns.isPlural(head) || nouns.isUnchanged(head))
                ? new NounPhrase(rest, true, false, head)
                : null;
    }

    private static NounPhrase bare(String phrase, Nouns nouns) {
        String first = phrase.split(" ")[0];
        String head = nouns.head(phrase);
        if (head == null || STARTS_NO_PHRASE.contains(first.toLowerCase()) || first.matches(".*\\d.*")) {
            return null;
        }
        if (nouns.isPlural(head)) {
            return new NounPhrase(phrase, true, true, head);
        }
        if (first.matches(ORDINAL) || UNIQUE.matcher(phrase).find()) {
            return new NounPhrase("the " + phrase, false, false, head);
        }
        return nouns.isMass(head)
                ? new NounPhrase(phrase, false, true, head)
                : new NounPhrase(Article.indefinite(phrase) + " " + phrase, false, false, head);
    }
}
