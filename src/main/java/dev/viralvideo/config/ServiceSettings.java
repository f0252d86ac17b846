package dev.viralvideo.config;

import java.time.Duration;

/**
 * How a service ends, and how long it keeps what.
 *
 * @param shutdownGrace  what renders are given at a stop
 * @param failedWorkKept for a retry
 * @param outputKept     zero: packages are never deleted
 * @param eventsKept     after they were published
 */
public record ServiceSettings(
        Duration shutdownGrace, Duration failedWorkKept, Duration outputKept, Duration eventsKept) {
    static ServiceSettings of(CheckedProperties properties) {
        return new ServiceSettings(
                Duration.ofSeconds(properties.whole("vvg.shutdown.grace", 0, 600)),
                Duration.ofHours(properties.whole("vvg.retention.failed-hours", 0, 8760)),
                Duration.ofDays(properties.whole("vvg.retention.output-days", 0, 36_500)),
                Duration.ofDays(properties.whole("vvg.retention.event-days", 1, 3650)));
    }
}
