package dev.viralvideo.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.json.Json;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A laptop that was closed, a container that was paused: a process that stands still for longer than its lease. */
@EnabledOnOs(OS.LINUX)
class FrozenTest {
    private static final Duration LEASE = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    @Test
    void aCommandThatStoodStillDuringARenderGoesOnAndMakesItsVideo() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path topic = Files.writeString(folder.resolve("topic.json"), Json.write(Topics.longer("Frozen bees")));
        Map<String, String> settings = new HashMap<>(Topics.CHEAP);
        settings.put("vvg.lease", String.valueOf(LEASE.toSeconds()));
        try (Projects projects = new Projects(home, Topics.CHEAP);
                Service command = Service.command(home, settings, "make", topic.toString())) {
            Running.await("it renders", () -> !command.ffmpegs().isEmpty() && rendering(projects));

            command.signal("STOP");
            long since = System.nanoTime();
            Awaitility.await()
                    .atMost(LEASE.multipliedBy(3))
                    .until(() ->
                            System.nanoTime() - since > LEASE.plusSeconds(1).toNanos());
            command.signal("CONT");

            assertThat(command.ended(Duration.ofSeconds(120)))
                    .as(command.said())
                    .isTrue();
            assertThat(command.exitCode()).as(command.said()).isZero();
            assertThat(projects.all())
                    .singleElement()
                    .extracting(ProjectSummary::status)
                    .isEqualTo(ProjectStatus.COMPLETED);
        }
    }

    private static boolean rendering(Projects projects) {
        return projects.all().stream().anyMatch(project -> project.status() == ProjectStatus.RENDERING);
    }
}
