package dev.viralvideo.script;

import dev.viralvideo.intake.Request;

/** Chooses a template by the words of the topic when the request names none. */
public final class TemplateChoice {
    private TemplateChoice() {}

    /** @return the name of one of the five templates that come with the program, or the one the request names */
    public static String of(Request request) {
        if (request.template() != null) {
            return request.template();
        }
        TopicPhrase topic = TopicPhrase.parse(request.topic());
        return switch (topic.intent()) {
            case HOW_TO -> "how-to";
            case STORY -> "story";
            case QUOTE -> "quote";
            case FACTS, WHY -> "facts";
            case LIST -> counted(topic);
            case PLAIN -> "facts";
        };
    }

    private static String counted(TopicPhrase topic) {
        boolean steps = topic.unit() != null && topic.unit().startsWith("step");
        return steps ? "how-to" : "listicle";
    }
}
