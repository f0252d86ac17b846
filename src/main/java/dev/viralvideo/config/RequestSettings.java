package dev.viralvideo.config;

import java.util.Optional;

/**
 * What a request means when it does not say.
 *
 * @param duration in seconds; empty: the template's own
 */
public record RequestSettings(
        String template, String language, String voice, String aspect, Optional<Double> duration) {
    static RequestSettings of(CheckedProperties properties) {
        return new RequestSettings(
                properties.required("vvg.template"),
                properties.required("vvg.language"),
                properties.required("vvg.voice"),
                properties.oneOf("vvg.aspect", "9:16", "16:9", "1:1"),
                properties.blank("vvg.duration")
                        ? Optional.empty()
                        : Optional.of(properties.number("vvg.duration", 5, 600)));
    }
}
