package dev.viralvideo.config;

import java.time.Duration;
import java.util.List;

/**
 * How the callbacks of requests are told.
 *
 * @param allow    private addresses and hosts that they may lead to
 * @param attempts at one callback
 * @param delay    the first wait between two tries
 */
public record CallbackSettings(List<String> allow, int attempts, Duration delay) {
    static CallbackSettings of(CheckedProperties properties) {
        return new CallbackSettings(
                properties.list("vvg.callback.allow"),
                properties.whole("vvg.callback.attempts", 1, 20),
                Duration.ofMillis(properties.whole("vvg.callback.delay", 1, 600_000)));
    }
}
