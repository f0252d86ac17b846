package dev.viralvideo.intake;

import java.util.List;

/**
 * What a user asks for; the same fields whether they come from a file, a message, REST or the command line.
 * Every field but the topic may be null: the template and the settings fill in.
 *
 * @param topic    what the video is about, under 200 characters
 * @param template name of a file in {@code templates/}
 * @param language BCP 47 tag, for example {@code en}
 * @param voice    name of a voice, for example {@code cmu-slt-hsmm}
 * @param duration target length in seconds
 * @param music    a mood, the name of a file in {@code music/}, or {@code none}
 * @param captions a caption style, or {@code none}
 * @param points   the user's own facts, one a segment
 * @param script   the user's own script, one entry a segment
 * @param media    own files or folders (relative to the media folder), or preferred providers
 * @param priority 0 (lowest) to 9, 4 when absent
 * @param callback URL that is told of the result
 * @param seed     same seed and input, same video
 */
public record Request(
        String topic,
        String template,
        String language,
        String voice,
        Aspect aspect,
        Double duration,
        String music,
        String captions,
        List<String> points,
        List<String> script,
        List<String> media,
        Integer priority,
        String callback,
        Long seed) {
    public Request {
        points = points == null ? List.of() : List.copyOf(points);
        script = script == null ? List.of() : List.copyOf(script);
        media = media == null ? List.of() : List.copyOf(media);
    }

    public static Request of(String topic) {
        return new Request(topic, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
