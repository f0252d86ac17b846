package dev.viralvideo.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.project.ProjectStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class StopTest {
    @TempDir
    private Path folder;

    @Test
    void aPoliteStopDuringARenderEndsInTimeAndTheNextStartUsesTheFinishedSegments() throws Exception {
        Path home = folder.resolve("home");
        Map<String, String> settings = new HashMap<>(Topics.CHEAP);
        settings.put("vvg.shutdown.grace", "0");
        settings.put("vvg.video.parallel", "1");
        settings.put("vvg.video.preset", "slow");
        try (Projects projects = new Projects(home, settings)) {
            String id = projects.create(Topics.longer("Stopped bees"));
            Path render = home.resolve("data/work").resolve(id).resolve("render");
            try (Service service = Service.serve(home, null, settings)) {
                Running.await("one segment is rendered", () -> !segments(render).isEmpty());
                service.terminate();
                assertThat(service.ended(Duration.ofSeconds(20))).isTrue();
                assertThat(service.exitCode()).isZero();
                assertThat(service.ffmpegs()).isEmpty();
            }
            assertThat(projects.status(id)).isEqualTo(ProjectStatus.RENDERING);
            List<Path> finished = segments(render);
            FileTime time = Files.getLastModifiedTime(finished.get(0));

            try (Service service = Service.serve(home, null, settings)) {
                Running.await(
                        "another segment is rendered", () -> segments(render).size() > finished.size());
                assertThat(Files.getLastModifiedTime(finished.get(0))).isEqualTo(time);
                Running.await("it is made", () -> projects.status(id) == ProjectStatus.COMPLETED);
            }
            assertThat(projects.attempts(id)).isZero();
        }
    }

    private static List<Path> segments(Path render) {
        if (!Files.isDirectory(render)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(render)) {
            return files.filter(file -> file.getFileName().toString().matches("segment-.*[0-9a-f]\\.mp4"))
                    .filter(file -> !file.toString().contains(".part."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
