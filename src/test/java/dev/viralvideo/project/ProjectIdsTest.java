package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProjectIdsTest {
    private final SettableClock clock = new SettableClock();
    private final ProjectIds ids = new ProjectIds(clock, new Random(1));

    @Test
    void idsGrowAlsoWhenTheClockIsSetBack() {
        String before = ids.next();
        clock.move(Duration.ofHours(-1));
        assertThat(ids.next()).isGreaterThan(before);
        clock.move(Duration.ofHours(2));
        assertThat(ids.next()).isGreaterThan(before).hasSize(16);
    }

    @Test
    void nodesThatStartInTheSameMillisecondDoNotCollide() {
        Set<String> seen = new HashSet<>();
        for (int node = 0; node < 100; node++) {
            ProjectIds others = new ProjectIds(clock, new Random(node));
            List<String> some = Stream.generate(others::next).limit(100).toList();
            assertThat(some).isSorted();
            seen.addAll(some);
        }
        assertThat(seen).hasSize(10_000);
    }
}
