package dev.viralvideo.script.facts;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Request;
import dev.viralvideo.script.OwnScriptWriter;
import dev.viralvideo.script.Script;
import dev.viralvideo.script.Segment;
import dev.viralvideo.script.Template;
import dev.viralvideo.script.TopicPhrase;
import dev.viralvideo.script.model.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A script out of found statements, put through the template as the user's own points are; each names its source. */
public final class FactScript {
    private static final Set<String> NEEDS_OWN_WORDS = Set.of("guide", "quote", "story");
    private static final Set<String> KEPT = Set.of("facts", "fact", "things", "thing", "truths", "secrets", "details");

    private FactScript() {}

    /**
     * @param facts the most important first
     * @param most  how many are told
     * @throws Failure.Validation {@code TOPIC_NEEDS_FACTS} when statements are not what the topic promises, or too few
     */
    public static Script of(Request request, Template template, long seed, String writer, List<Fact> facts, int most) {
        TopicPhrase topic = TopicPhrase.parse(request.topic());
        if (NEEDS_OWN_WORDS.contains(template.category())
                || topic.unit() != null && !KEPT.contains(topic.unit().toLowerCase(java.util.Locale.ROOT))) {
            throw new Failure.Validation(
                    "TOPIC_NEEDS_FACTS", "the topic \"" + request.topic() + "\" asks for more than statements of fact");
        }
        int least = Math.min(2, template.structure().minItems());
        if (facts.size() < least) {
            throw new Failure.Validation(
                    "TOPIC_NEEDS_FACTS",
                    "only " + facts.size() + " statements were found about \"" + request.topic() + "\"");
        }
        List<Fact> told = facts.subList(0, Math.min(facts.size(), Math.max(least, most)));
        Script draft = new OwnScriptWriter().write(withPoints(request, told), template, seed);
        List<Segment> segments = new ArrayList<>();
        int next = 0;
        for (Segment segment : draft.segments()) {
            String source =
                    segment.kind() == Segment.Kind.ITEM ? told.get(next++).source() : "template " + template.name();
            segments.add(segment.sourced(source));
        }
        return draft.writtenBy(writer, segments);
    }

    private static Request withPoints(Request request, List<Fact> facts) {
        return new Request(
                request.topic(),
                request.template(),
                request.language(),
                request.voice(),
                request.aspect(),
                request.duration(),
                request.music(),
                request.captions(),
                facts.stream().map(Fact::text).toList(),
                List.of(),
                request.media(),
                request.priority(),
                request.callback(),
                request.seed());
    }
}
