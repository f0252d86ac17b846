package dev.viralvideo.faults;

import dev.viralvideo.intake.Aspect;
import dev.viralvideo.intake.Request;
import java.util.List;
import java.util.Map;

/** Topics whose videos are real and cost as little as can be. */
final class Topics {
    /** Settings under which they are made. */
    static final Map<String, String> CHEAP =
            Map.of("vvg.video.preset", "ultrafast", "vvg.video.crf", "40", "vvg.intake.min-free-bytes", "1");

    private Topics() {}

    static Request cheap(String topic) {
        return with(topic, List.of("Bees dance."));
    }

    /** Takes a while to render. */
    static Request longer(String topic) {
        return with(
                topic,
                List.of(
                        "Bees dance to tell each other where the flowers are.",
                        "They turn in the dark of the hive and all the others follow.",
                        "The angle is that to the sun and the length is how far it is.",
                        "Then they fly out and find the flowers."));
    }

    private static Request with(String topic, List<String> script) {
        return new Request(
                topic, null, null, null, Aspect.SQUARE, null, "none", "none", null, script, null, null, null, 7L);
    }
}
