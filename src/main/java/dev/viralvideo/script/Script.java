package dev.viralvideo.script;

import java.util.ArrayList;
import java.util.List;

/**
 * A script that is ready to be spoken: hook, items and outro in order.
 *
 * @param topic        the request's topic, trimmed
 * @param title        the title on the thumbnail and in the metadata
 * @param template     name of the template it was written for
 * @param writer       which writer made it ({@code own}, {@code wordnet}, …)
 * @param hashtags     without {@code #}
 * @param degradations every fallback that was taken while writing, for the report
 */
public record Script(
        String topic,
        String title,
        String description,
        String template,
        String language,
        String writer,
        List<Segment> segments,
        List<String> hashtags,
        List<String> degradations) {
    public Script {
        segments = List.copyOf(segments);
        hashtags = List.copyOf(hashtags);
        degradations = List.copyOf(degradations);
    }

    /** The same by another writer, with his segments. */
    public Script writtenBy(String other, List<Segment> others) {
        return new Script(topic, title, description, template, language, other, others, hashtags, degradations);
    }

    /** The same with other segments. */
    Script with(List<Segment> others) {
        return with(title, description, others);
    }

    Script with(String newTitle, String newDescription, List<Segment> others) {
        return new Script(topic, newTitle, newDescription, template, language, writer, others, hashtags, degradations);
    }

    /** The same with more fallbacks to tell of. */
    public Script degraded(List<String> more) {
        List<String> all = new ArrayList<>(degradations);
        all.addAll(more);
        return new Script(topic, title, description, template, language, writer, segments, hashtags, all);
    }
}
