package dev.viralvideo.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.project.ProjectSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * It is noted once that a file was read to its end, and once that it has left the inbox; with little memory also how
     * far it was read whenever the gate shuts.
     */
    private static final String FILE_NOTED = "commit of insert intake_file";

    @TempDir
    private Path folder;

    @Test
    void aLargeFileThatIsReadWithLittleMemoryAndThreeKillsMakesEachTopicOnce() throws Exception {
        Path home = folder.resolve("home");
        Path inbox = Files.createDirectories(home.resolve("inbox"));
        List<String> topics =
                IntStream.range(0, LINES).mapToObj(i -> "Topic " + i).toList();
        Path file = Files.write(inbox.resolve("flood.txt"), topics);
        Path done = inbox.resolve(".done").resolve("flood.txt");
        Map<String, String> settings = new HashMap<>(Topics.CHEAP);
        settings.put("vvg.stages", "video"); // takes topics in and works on none
        try (Projects projects = new Projects(home, settings)) {
            killedInTheMiddle(home, settings, projects);
            assertThat(projects.queued()).isBetween(LINES / 3L * 2, LINES - 1L);

            killed(home, settings, new KillPoint(FILE_NOTED, true, 1));
            assertThat(projects.queued()).as("read to its end").isEqualTo(LINES);
            assertThat(file).as("and not moved").exists();

            killed(home, settings, new KillPoint(FILE_NOTED, false, 2));
            assertThat(file).as("moved").doesNotExist();
            assertThat(done).hasSize(file(topics));

            try (Service service = Service.tight(home, HEAP, settings).awaitServing()) {
                Path again = Files.writeString(inbox.resolve("another.txt"), "Another topic");
                Running.await("what comes next is taken in", () -> Files.notExists(again));
            }
            topics = Stream.concat(topics.stream(), Stream.of("Another topic")).toList();
            assertThat(projects.all()).extracting(ProjectSummary::topic).containsExactlyInAnyOrderElementsOf(topics);
        }
    }

    private static long file(List<String> lines) {
        return lines.stream().mapToLong(line -> line.length() + 1).sum();
    }

    private static void killed(Path home, Map<String, String> settings, KillPoint point) throws Exception {
        try (Service service = Service.serve(home, point, settings)) {
            assertThat(service.ended(Duration.ofMinutes(5))).as(service.said()).isTrue();
            assertThat(service.exitCode()).as(service.said()).isEqualTo(KillPoint.KILLED);
        }
    }

    private static void killedInTheMiddle(Path home, Map<String, String> settings, Projects projects) throws Exception {
        try (Service service = Service.tight(home, HEAP, settings)) {
            Awaitility.await("topics are stored")
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        assertThat(service.isAlive()).as(service.said()).isTrue();
                        return projects.queued() > LINES / 3 * 2;
                    });
            service.kill();
        }
    }
}
