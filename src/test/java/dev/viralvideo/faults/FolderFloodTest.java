package dev.viralvideo.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.project.ProjectSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Takes a large file in; with {@code -Dfaults.lines=100000} one that is five times as large. */
@EnabledOnOs(OS.LINUX)
class FolderFloodTest {
    private static final int LINES = Integer.getInteger("faults.lines", 20_000);
    /** The file alone would not fit in, as objects. */
    private static final String HEAP = "96m";

    @TempDir
    private Path folder;

    @Test
    void aLargeFileThatIsReadWithLittleMemoryAndTwoKillsMakesEachTopicOnce() throws Exception {
        Path home = folder.resolve("home");
        Path inbox = Files.createDirectories(home.resolve("inbox"));
        List<String> topics =
                IntStream.range(0, LINES).mapToObj(i -> "Topic " + i).toList();
        Files.write(inbox.resolve("flood.txt"), topics);
        Map<String, String> settings = new HashMap<>(Topics.CHEAP);
        settings.put("vvg.stages", "video"); // takes topics in and works on none
        try (Projects projects = new Projects(home, settings)) {
            killed(home, settings, projects, stored -> stored > LINES / 3);
            assertThat(projects.queued()).as("in the middle").isLessThan(LINES);
            killed(home, settings, projects, stored -> stored == LINES);

            try (Service service = Service.tight(home, HEAP, settings)) {
                Running.await("it is moved", () -> isEmpty(inbox));
            }

            assertThat(projects.all()).extracting(ProjectSummary::topic).containsExactlyInAnyOrderElementsOf(topics);
            assertThat(inbox.resolve(".done").resolve("flood.txt")).exists();
        }
    }

    private static void killed(Path home, Map<String, String> settings, Projects projects, LongPredicate enough)
            throws Exception {
        try (Service service = Service.tight(home, HEAP, settings)) {
            Awaitility.await("topics are stored")
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        assertThat(service.isAlive()).as(service.said()).isTrue();
                        return enough.test(projects.queued());
                    });
            service.kill();
        }
    }

    private static boolean isEmpty(Path inbox) {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.allMatch(file -> file.getFileName().toString().startsWith("."));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
