package dev.viralvideo.intake;

import dev.viralvideo.failure.Failure;
import java.util.regex.Pattern;

/** What a topic may be; whatever breaks a rule is refused here and never enters the pipeline. */
public final class TopicRules {
    /** A topic has fewer Unicode code points than this. */
    public static final int LIMIT = 200;

    private static final Pattern SCRIPT = Pattern.compile("(?iu)<\\s*script");
    private static final Pattern JAVASCRIPT = Pattern.compile("(?iu)javascript\\s*:");
    private static final Pattern HANDLER = Pattern.compile("(?iu)\\bon[a-z]+\\s*=");

    private TopicRules() {}

    /**
     * @return the topic, trimmed
     * @throws Failure.Validation with a code that begins with {@code TOPIC_}
     */
    public static String check(String topic) {
        String trimmed = topic == null ? "" : topic.strip();
        if (trimmed.isEmpty() || trimmed.codePoints().allMatch(TopicRules::isBlank)) {
            throw new Failure.Validation(
                    "TOPIC_EMPTY",
                    "the topic is empty; say what the video is about, for example \"5 facts about bees\"");
        }
        int length = trimmed.codePointCount(0, trimmed.length());
        if (length >= LIMIT) {
            throw new Failure.Validation(
                    "TOPIC_TOO_LONG",
                    "the topic has " + length + " characters; it must have fewer than " + LIMIT
                            + ": shorten it and put the details into points");
        }
        PlainText.refuseHidden("TOPIC_CONTROL_CHARACTER", "the topic", trimmed, "");
        refuse(SCRIPT, trimmed, "<script");
        refuse(JAVASCRIPT, trimmed, "javascript:");
        refuse(HANDLER, trimmed, "an event handler (on…=)");
        return trimmed;
    }

    private static void refuse(Pattern pattern, String topic, String what) {
        if (pattern.matcher(topic).find()) {
            throw new Failure.Validation(
                    "TOPIC_SCRIPT_LIKE",
                    "the topic contains " + what + "; write it in plain words, without program code");
        }
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || PlainText.isHidden(point);
    }
}
