package dev.viralvideo.script.wordnet;

import dev.viralvideo.script.TopicPhrase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the noun a topic is about and the meaning it has there. */
final class SubjectFinder {
    private static final Set<String> IGNORED = Set.of(
            """
            the, a, an, surprising, amazing, weird, crazy, cool, fascinating, interesting, incredible, beautiful,
            famous, greatest, great, best, strange, mind-blowing, unbelievable, fun, awesome, our, my, your, all,
            about, and, of, most, world's, world, wonderful, unusual, little-known, real, popular, important,
            common, some, different, many, these, this, that, every, kinds, types, secret, hidden, mysterious, life,
            story, history, in, on, for, to, with"""
                    .split(",\\s+"));
    private static final String HUMAN = "human";
    private static final Set<String> NO_SUBJECT = Set.of(
            """
            thing, fact, reason, way, tip, topic, video, something, everything, you, it, work, make"""
                    .split(",\\s+"));

    private final WordNet words;
    private final SenseChoice senses;

    SubjectFinder(WordNet words) {
        this.words = words;
        this.senses = new SenseChoice(words);
    }

    /** @return null when no word of the topic is a noun that WordNet knows */
    Subject find(TopicPhrase topic) {
        List<String> tokens = Content.tokens(topic.subject());
        boolean question = topic.intent() == TopicPhrase.Intent.WHY || topic.intent() == TopicPhrase.Intent.HOW_TO;
        // a clause is not narrowed by its other words: "why volcanoes erupt" is about volcanoes
        boolean clause = question || topic.intent() == TopicPhrase.Intent.LIST && !topic.named();
        int[] span = question ? firstNoun(tokens, topic.intent()) : headNoun(tokens);
        if (span == null) {
            return null;
        }
        String written = String.join(" ", tokens.subList(span[0], span[1]));
        String lemma = lemma(written);
        Set<String> context = new LinkedHashSet<>(Content.tokens(topic.topic().toLowerCase(Locale.ROOT)));
        context.removeAll(IGNORED);
        tokens.subList(span[0], span[1]).forEach(token -> context.remove(token.toLowerCase(Locale.ROOT)));
        Set<String> modifiers = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i).toLowerCase(Locale.ROOT);
            if ((i < span[0] || i >= span[1]) && !clause && !IGNORED.contains(token) && !token.equals(HUMAN)) {
                modifiers.add(token);
            }
        }
        List<Synset> all = words.senses(lemma);
        boolean the = span[0] > 0 && tokens.get(span[0] - 1).equalsIgnoreCase("the");
        Synset sense = senses.choose(all, lemma, context, Character.isUpperCase(written.charAt(0)));
        // whose brain it is the dictionary does not say, but a script should
        boolean human = span[0] > 0 && tokens.get(span[0] - 1).equalsIgnoreCase(HUMAN);
        String phrase = modifiers.isEmpty() && !human ? spoken(written, lemma, sense, the) : topic.subject();
        return new Subject(
                lemma,
                inSentence(phrase, lemma, sense),
                phrase,
                sense,
                SenseChoice.near(sense, all, lemma),
                all.size(),
                modifiers);
    }

    /** One bare countable noun stands for its kind: "a closer look at the octopus". */
    private String inSentence(String phrase, String lemma, Synset sense) {
        if (!phrase.equalsIgnoreCase(lemma) || SpokenName.isProper(SenseChoice.word(sense, lemma))) {
            return phrase;
        }
        NounPhrase said = NounPhrase.of(sense, new Nouns(words));
        if (said == null || !Domain.VISIBLE.contains(sense.domain())) {
            return phrase;
        }
        SpokenName name = new Naming(words).name(sense, lemma, said);
        boolean event = sense.domain() == Domain.EVENT && !name.inside().equals(lemma);
        return event
                ? words.morphology().plural(lemma)
                : name.plural() ? name.inside() : name.inside().replaceFirst("^(a|an) ", "the ");
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
                List<String> run = tokens.subList(from, from + length);
                // "why is the sky blue" asks about the sky, not about sky-blue
                boolean written = length == 1 || isWritten(String.join(" ", run));
                if (written && isSubject(run)) {
                    return new int[] {from, from + length};
                }
            }
        }
        return null;
    }

    private boolean isWritten(String run) {
        String lemma = lemma(run);
        return lemma != null && (lemma.contains(" ") || !lemma.contains("-"));
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
        // "tigers" are animals, although some call themselves so
        if (forms.size() > 1 && isOnlyAName(forms.get(0)) && isCommon(forms.get(1))) {
            forms.remove(0);
        }
        List<String> joined = new ArrayList<>(forms);
        forms.forEach(form -> joined.add(form.replace(" ", "")));
        forms.forEach(form -> joined.add(form.replace(' ', '-')));
        return joined.stream()
                .filter(form -> form.length() > 1 && words.isNoun(form))
                .findFirst()
                .orElse(null);
    }

    private boolean isOnlyAName(String form) {
        List<Synset> all = words.senses(form);
        return !all.isEmpty() && all.stream().noneMatch(sense -> sense.lemmas().contains(form));
    }

    private boolean isCommon(String form) {
        return words.senses(form).stream().anyMatch(sense -> sense.lemmas().contains(form));
    }

    private String spoken(String written, String lemma, Synset sense, boolean the) {
        String proper = SenseChoice.word(sense, lemma);
        boolean name = SpokenName.isProper(proper) && sense.lemmas().stream().noneMatch(lemma::equals);
        String phrase = name && written.equalsIgnoreCase(proper) ? proper : written;
        return the || (name && new Naming(words).takesThe(proper))
                ? "the " + phrase.replaceFirst("(?i)^the ", "")
                : phrase;
    }
}
