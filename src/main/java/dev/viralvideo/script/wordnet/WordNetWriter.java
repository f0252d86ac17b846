package dev.viralvideo.script.wordnet;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Request;
import dev.viralvideo.script.PostText;
import dev.viralvideo.script.Script;
import dev.viralvideo.script.Segment;
import dev.viralvideo.script.SpeakingRate;
import dev.viralvideo.script.TargetLength;
import dev.viralvideo.script.Template;
import dev.viralvideo.script.Texts;
import dev.viralvideo.script.TopicPhrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a script without network or key: true statements from WordNet about the topic's subject, put through the
 * template. Where WordNet has too little to say it refuses instead of filling up.
 */
public final class WordNetWriter {
    private static final String WRITER = "wordnet";
    private static final Set<String> NEEDS_OWN_WORDS = Set.of("guide", "quote");

    private final WordNet words;
    private final SpeakingRate rate;

    public WordNetWriter(WordNet words, SpeakingRate rate) {
        this.words = words;
        this.rate = rate;
    }

    /** @throws Failure.Validation {@code TOPIC_NEEDS_FACTS} or {@code TOPIC_NOT_ENGLISH} that says what to do */
    public Script write(Request request, Template template, long seed) {
        TopicPhrase topic = TopicPhrase.parse(request.topic());
        refuseForeign(request);
        if (NEEDS_OWN_WORDS.contains(template.category())) {
            throw Shortage.template(request, template);
        }
        Subject subject = new SubjectFinder(words).find(topic);
        if (subject == null) {
            throw Shortage.unknown(request, meant(topic));
        }
        if (!Promise.canBeKept(topic)) {
            throw Shortage.unit(request, topic.unit() == null ? "reasons" : topic.unit(), subject.spoken());
        }
        FactFinder finder = new FactFinder(words);
        int least = template.structure().minItems();
        List<String> degradations = new ArrayList<>();
        List<Statement> known = finder.find(subject);
        List<Statement> kinds = known.stream().filter(Statement::kind).toList();
        if (Promise.wantsKinds(topic) && kinds.size() >= least) {
            known = kinds;
        }
        boolean story = template.category().equals("story");
        if (story) {
            known = known.stream().filter(statement -> statement.year() != null).toList();
        }
        if (known.size() < least) {
            throw story
                    ? Shortage.story(request, known.size(), least)
                    : Shortage.tooFew(
                            request,
                            subject.modifiers().isEmpty() ? subject.phrase() : topic.subject(),
                            known.size(),
                            least);
        }
        int most =
                topic.count() == null ? template.structure().maxItems() : Math.max(least, Math.min(20, topic.count()));
        List<Statement> chosen = choose(known, topic, least, most, target(request, template));
        Promise promise = Promise.of(topic, subject, chosen, template, degradations);
        List<Statement> ordered = story ? inTime(chosen) : strongestLast(chosen, subject);
        List<Segment> segments = new Composition(template, promise, subject, seed, story).segments(ordered);
        return new Script(
                request.topic(),
                promise.title(),
                PostText.description(promise.title(), segments),
                template.name(),
                "en",
                WRITER,
                segments,
                PostText.hashtags(subject.phrase(), template, segments),
                degradations);
    }

    private String meant(TopicPhrase topic) {
        Misspelling misspelling = new Misspelling(words);
        return Content.tokens(topic.subject()).stream()
                // a name is none the worse for being unknown
                .filter(word ->
                        Character.isLowerCase(word.charAt(0)) || topic.topic().startsWith(word))
                .map(misspelling::meant)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** As many as asked for; else as many as the target length has room for. */
    private List<Statement> choose(List<Statement> known, TopicPhrase topic, int least, int most, double seconds) {
        List<Statement> chosen = new ArrayList<>();
        double spent = 0;
        for (Statement statement : known) {
            double cost = rate.seconds("Number one. " + statement.text());
            boolean full = topic.count() == null && spent + cost > seconds * 1.08 && chosen.size() >= least;
            if (full || chosen.size() == most) {
                break;
            }
            chosen.add(statement);
            spent += cost;
        }
        return chosen;
    }

    private double target(Request request, Template template) {
        double total = TargetLength.seconds(request, template, rate);
        double around = rate.seconds(template.structure().hooks().get(0) + " "
                + template.structure().outros().get(0));
        return total - around - template.pacing().leadIn() - template.pacing().tail();
    }

    /** What the subject is comes first, the best comes last, so that the end rewards; the others best first. */
    private static List<Statement> strongestLast(List<Statement> best, Subject subject) {
        List<Statement> ordered = new ArrayList<>(best);
        Statement last = best.stream()
                .filter(statement -> !isAbout(statement, subject))
                .findFirst()
                .orElse(best.get(0));
        ordered.remove(last);
        ordered.add(last);
        ordered.sort(Comparator.comparing(statement -> !isAbout(statement, subject)));
        return ordered;
    }

    private static boolean isAbout(Statement statement, Subject subject) {
        return statement.source().equals(Statements.source(subject.sense()));
    }

    private static List<Statement> inTime(List<Statement> chosen) {
        return chosen.stream().sorted(Comparator.comparing(Statement::year)).toList();
    }

    private static void refuseForeign(Request request) {
        String language = request.language() == null ? "en" : request.language();
        if (!language.startsWith("en")) {
            throw Shortage.language(request, "is in " + language);
        }
        if (request.topic().codePoints().noneMatch(Character::isLetter)) {
            throw Shortage.language(request, "has no word in it");
        }
        if (!Texts.hasLatin(request.topic())) {
            throw Shortage.language(request, "is in another alphabet");
        }
    }
}
