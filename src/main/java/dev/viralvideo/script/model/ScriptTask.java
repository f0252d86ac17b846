package dev.viralvideo.script.model;

import dev.viralvideo.intake.Request;
import dev.viralvideo.script.Template;
import dev.viralvideo.script.TopicPhrase;
import java.util.List;

/**
 * What a model is to write.
 *
 * @param seconds target length
 * @param facts   what it may rely on; may be empty
 */
public record ScriptTask(Request request, Template template, double seconds, List<Fact> facts) {
    private static final double SECONDS_AN_ITEM = 6;

    public ScriptTask {
        facts = List.copyOf(facts);
    }

    public String language() {
        return request.language() == null ? "en" : request.language();
    }

    /** How many items: as many as the topic promises, else as the length has room for. */
    public int items() {
        Integer count = TopicPhrase.parse(request.topic()).count();
        if (count != null) {
            return Math.max(1, Math.min(20, count));
        }
        int room = (int) Math.round((seconds - SECONDS_AN_ITEM) / SECONDS_AN_ITEM);
        return Math.max(
                template.structure().minItems(), Math.min(template.structure().maxItems(), room));
    }
}
