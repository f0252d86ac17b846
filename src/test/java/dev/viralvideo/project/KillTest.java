package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KillTest {
    private static final int KILLS = 3;
    private static final Map<Stage, String> EVENT = Map.of(
            Stage.SCRIPT, "script.generated",
            Stage.MEDIA, "media.sourced",
            Stage.AUDIO, "audio.processed",
            Stage.VIDEO, "project.completed");

    @ParameterizedTest
    @MethodSource("dev.viralvideo.project.TestDatabase#all")
    void aKilledProcessLosesNothingThatItWasToldIsDone(TestDatabase kind) throws Exception {
        String url = kind.migratedUrl();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            said.addAll(runAndKill(url, kind.user(), 100 + 130 * i));
        }
        try (Node node = new Node(kind.open(url), "heir")) {
            assertThat(said).as("the processes did something").hasSizeGreaterThan(100);
            checkThatAllOf(said, node);
            node.sweeper.reopenExpired();
            finishAll(node);
            List<ProjectSummary> projects = node.store.list(null, null, 100_000);
            assertThat(projects).isNotEmpty().extracting(ProjectSummary::status).containsOnly(ProjectStatus.COMPLETED);
            for (ProjectSummary project : projects.subList(0, Math.min(50, projects.size()))) {
                List<String> events = node.events(project.id());
                assertThat(events)
                        .doesNotHaveDuplicates()
                        .hasSize(6)
                        .startsWith("project.created", "script.generated")
                        .endsWith("rendering.completed", "project.completed");
            }
        }
    }

    private static void checkThatAllOf(List<String> said, Node node) {
        Map<String, List<String>> events = said.stream()
                .map(line -> line.split(" ")[1])
                .distinct()
                .limit(200)
                .collect(Collectors.toMap(id -> id, node::events));
        for (String line : said) {
            String[] words = line.split(" ");
            List<String> stored = events.get(words[1]);
            if (stored != null) {
                String expected = words[0].equals("created")
                        ? "project.created"
                        : words[0].equals("done") ? EVENT.get(Stage.valueOf(words[2])) : words[2];
                assertThat(stored).as(line).containsOnlyOnce(expected);
            }
        }
    }

    private static void finishAll(Node node) {
        for (Stage stage : Stage.values()) {
            for (var c = next(node, stage); c.isPresent(); c = next(node, stage)) {
                node.checkpoints.commit(c.get(), "{}");
            }
        }
    }

    private static Optional<Claim> next(Node node, Stage stage) {
        return node.claims.claimNext(stage, "heir", Node.LEASE);
    }

    /** Lets the process run until it has said so many lines, then kills it in the middle of whatever it does. */
    private static List<String> runAndKill(String url, String user, int lines)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        url,
                        user == null ? "" : user)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            String line;
            while (said.size() < lines && (line = reader.readLine()) != null) {
                said.add(line);
            }
            // through the handle, because the process itself would close what is still to be read
            process.toHandle().destroyForcibly();
            process.waitFor();
            while ((line = reader.readLine()) != null) {
                said.add(line);
            }
        }
        // the last line may have been cut off
        return said.subList(0, Math.max(0, said.size() - 1)).stream()
                .filter(line -> line.matches("(created|done|event) [0-9a-z]{16}( .+)?"))
                .toList();
    }
}
