package dev.viralvideo.config;

import java.time.Duration;

/**
 * How topics get in.
 *
 * @param watchesFolder  whether files that are dropped into the inbox folder are read
 * @param settleTime     how long a dropped file must not have changed before it is read
 * @param mostFileBytes  of a topic file
 * @param mostQueued     projects; with more, intake waits
 * @param leastFreeBytes on the disk; with less, intake waits
 */
public record IntakeSettings(
        boolean watchesFolder, Duration settleTime, long mostFileBytes, int mostQueued, long leastFreeBytes) {
    static IntakeSettings of(CheckedProperties properties) {
        return new IntakeSettings(
                properties.flag("vvg.intake.folder"),
                Duration.ofMillis(properties.whole("vvg.intake.settle", 0, 600_000)),
                properties.bytes("vvg.intake.max-file-bytes", 1L << 32),
                properties.whole("vvg.intake.max-queued", 1, 10_000_000),
                properties.bytes("vvg.intake.min-free-bytes", 1L << 50));
    }
}
