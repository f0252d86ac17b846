package dev.viralvideo.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.project.ProjectStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockTest {
    /** The system's, set by a test in either direction. */
    private static final class Jumping extends Clock {
        private volatile Duration by = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @TempDir
    private Path home;

    @Test
    void aClockThatJumpsByAnHourDuringARenderForwardOrBackChangesNothing() {
        Jumping clock = new Jumping();
        try (Running service = new Running(home, Map.of(), clock)) {
            jump(service, () -> clock.by = Duration.ofHours(1));
            jump(service, () -> clock.by = Duration.ZERO);
        }
    }

    private static void jump(Running service, Runnable jump) {
        String id = service.create(Topics.longer("Bees in time"));
        String next = service.create(Topics.cheap("Bees after"));
        service.awaitStatus(id, ProjectStatus.RENDERING);

        jump.run();

        service.awaitStatus(id, ProjectStatus.COMPLETED);
        service.awaitStatus(next, ProjectStatus.COMPLETED);
        assertThat(service.projects.eventNames(id)).doesNotHaveDuplicates();
        assertThat(service.projects.attempts(id)).isZero();
    }
}
