package dev.viralvideo.script;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the script from what the user gave: a full script is spoken as it stands, entry by entry; points are put
 * through the template, between a hook and an outro.
 */
public final class OwnScriptWriter {
    static final String SOURCE = "user";
    private static final String WRITER = "own";
    private static final int MOST_GLANCE = 48;

    /** Whether the request brings its own words. */
    public static boolean serves(Request request) {
        return !request.script().isEmpty() || !request.points().isEmpty();
    }

    /** @throws Failure.Validation when an entry or the topic has nothing that can be spoken */
    public Script write(Request request, Template template, long seed) {
        TopicPhrase topic = TopicPhrase.parse(request.topic());
        if (!Texts.hasLatin(topic.topic())) {
            throw new Failure.Validation(
                    "TOPIC_NOT_LATIN",
                    "the topic \"" + request.topic()
                            + "\" has no letter of the Latin alphabet, so it can be neither shown nor "
                            + "spoken; write the topic in Latin letters, your points and script stay as they are");
        }
        boolean full = !request.script().isEmpty();
        List<String> dropped = new ArrayList<>();
        List<String> texts = clean(full ? "script" : "points", full ? request.script() : request.points(), dropped);
        List<Segment> segments = full ? verbatim(texts, topic) : throughTemplate(texts, topic, template, seed);
        String title = title(topic, texts.size(), full, dropped);
        return new Script(
                request.topic(),
                title,
                PostText.description(title, segments),
                template.name(),
                request.language() == null ? "en" : request.language(),
                WRITER,
                segments,
                PostText.hashtags(tag(topic, segments), template, segments),
                dropped);
    }

    private static List<String> clean(String field, List<String> entries, List<String> dropped) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            String text = Texts.speakable(entries.get(i));
            if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
                throw new Failure.Validation(
                        "BAD_FIELD",
                        field + " entry " + (i + 1) + " has no word that can be spoken; write it in words");
            }
            if (Texts.words(text) < Texts.words(entries.get(i))) {
                dropped.add(field + " entry " + (i + 1) + ": signs that cannot be spoken were left out");
            }
            texts.add(Texts.ended(text));
        }
        return texts;
    }

    private static List<Segment> verbatim(List<String> texts, TopicPhrase topic) {
        List<Segment> segments = new ArrayList<>();
        for (String text : texts) {
            // who scrolls by should see what it is about, so the first shows the title
            boolean opening = segments.isEmpty() && texts.size() > 1;
            segments.add(
                    opening
                            ? segment(0, Segment.Kind.HOOK, null, text, shown(topic, topic.topic()), topic, text)
                            : segment(segments.size(), Segment.Kind.ITEM, null, text, OwnTitle.of(text), topic));
        }
        return segments;
    }

    private static List<Segment> throughTemplate(List<String> texts, TopicPhrase topic, Template template, long seed) {
        Template.Structure structure = template.structure();
        Map<String, String> values = new HashMap<>();
        values.put("topic", promising(topic, texts.size()));
        values.put("count", NumberWords.word(texts.size()));
        if (topic.named()) {
            values.put("subject", topic.subject());
        }
        List<Segment> segments = new ArrayList<>();
        String hook = TextPattern.choose(structure.hooks(), values, seed);
        if (!hook.isEmpty()) {
            segments.add(
                    segment(0, Segment.Kind.HOOK, null, hook, shown(topic, promising(topic, texts.size())), topic));
        }
        for (int i = 0; i < texts.size(); i++) {
            Integer number = structure.numbered() ? Integer.valueOf(i + 1) : null;
            values.put("number", NumberWords.word(i + 1));
            String lead = structure.leads().isEmpty()
                    ? ""
                    : TextPattern.fill(
                                    structure.leads().get(i % structure.leads().size()), values) + " ";
            String text = texts.get(i);
            segments.add(
                    segment(segments.size(), Segment.Kind.ITEM, number, lead + text, OwnTitle.of(text), topic, text));
        }
        values.remove("number");
        String outro = TextPattern.choose(structure.outros(), values, seed);
        if (!outro.isEmpty()) {
            segments.add(segment(segments.size(), Segment.Kind.OUTRO, null, outro, "Follow for more", topic));
        }
        return segments;
    }

    private static Segment segment(
            int index, Segment.Kind kind, Integer number, String narration, String shown, TopicPhrase topic) {
        return segment(
                index, kind, number, narration, shown, topic, kind == Segment.Kind.ITEM ? narration : topic.subject());
    }

    private static Segment segment(
            int index,
            Segment.Kind kind,
            Integer number,
            String narration,
            String shown,
            TopicPhrase topic,
            String about) {
        List<String> terms = OwnWords.searchTerms(about, shown, topic.subject());
        return new Segment(
                index, kind, number, narration, shown, terms.isEmpty() ? List.of(topic.topic()) : terms, SOURCE);
    }

    /** The whole promise where it can be read at a glance. */
    private static String shown(TopicPhrase topic, String promise) {
        return promise.length() <= MOST_GLANCE
                ? TitleCase.of(promise)
                : topic.named() ? TitleCase.of(topic.subject()) : OwnTitle.of(promise);
    }

    private static String tag(TopicPhrase topic, List<Segment> segments) {
        return topic.named() ? topic.subject() : segments.get(0).searchTerms().get(0);
    }

    /** The topic with the number that is delivered. */
    private static String promising(TopicPhrase topic, int count) {
        return topic.count() == null ? topic.topic() : NumberWords.replace(topic.topic(), topic.count(), count);
    }

    private static String title(TopicPhrase topic, int count, boolean full, List<String> degradations) {
        if (full || topic.count() == null || topic.count() == count) {
            return TitleCase.of(topic.topic());
        }
        degradations.add(
                "the topic promises " + topic.count() + ", " + count + " points were given: the title says " + count);
        return TitleCase.of(promising(topic, count));
    }
}
