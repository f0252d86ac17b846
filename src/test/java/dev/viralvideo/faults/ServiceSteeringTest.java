package dev.viralvideo.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.json.Json;
import dev.viralvideo.project.Project;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.StageProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One service, steered by the commands of other processes. */
@EnabledOnOs(OS.LINUX)
class ServiceSteeringTest {
    @TempDir
    private static Path folder;

    private static Path home;
    private static Service service;
    private static Projects projects;

    @BeforeAll
    static void start() throws Exception {
        home = folder.resolve("home");
        Map<String, String> settings = new HashMap<>(Topics.CHEAP);
        settings.put("vvg.retry.delay", "100");
        projects = new Projects(home, settings);
        service = Service.serve(home, null, settings).awaitServing();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        projects.close();
    }

    @Test
    void aCancelEndsFfmpegWithinTwoSecondsAndLeavesNothing() throws Exception {
        String id = projects.create(Topics.longer("Cancelled bees"));
        Running.await("it renders", () -> renders(id));

        Command cancel = Command.vvg(home, "cancel", id);

        assertThat(cancel.exitCode()).isZero();
        Awaitility.await("FFmpeg is gone")
                .atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> ffmpegsOf(id).isEmpty());
        Running.await(
                "its files are gone",
                () -> Files.notExists(home.resolve("data/work").resolve(id)));
        assertThat(projects.status(id)).isEqualTo(ProjectStatus.CANCELLED);
        assertThat(ffmpegsOf(id)).isEmpty();
        try (Stream<Path> packages = Files.list(home.resolve("output"))) {
            assertThat(packages).noneMatch(entry -> entry.toString().contains(id));
        }
        Command retry = Command.vvg(home, "retry", id);
        assertThat(retry.exitCode()).isNotZero();
        assertThat(retry.output()).contains("cancelled for good");
    }

    @Test
    void aRetryFromVideoKeepsTheScriptAndMakesAgainWhatIsGone() throws Exception {
        String id = projects.create(Topics.cheap("Bees again"));
        Running.await("it is made", () -> projects.status(id) == ProjectStatus.COMPLETED);
        Project first = projects.get(id);
        Running.await(
                "its files are gone",
                () -> Files.notExists(home.resolve("data/work").resolve(id)));

        assertThat(Command.vvg(home, "retry", id, "--from", "VIDEO").exitCode()).isZero();
        Running.await("it is made again", () -> projects.status(id) == ProjectStatus.COMPLETED);

        Project second = projects.get(id);
        assertThat(second.script()).isEqualTo(first.script());
        assertThat(projects.eventNames(id).stream().filter("script.generated"::equals))
                .hasSize(1);
        assertThat(projects.eventNames(id).stream().filter("audio.processed"::equals))
                .hasSize(2);
        assertThat(second.outputPath()).isEqualTo(first.outputPath());
        try (Stream<Path> packages = Files.list(home.resolve("output"))) {
            assertThat(packages.filter(entry -> entry.toString().contains(id))).hasSize(1);
        }
    }

    @Test
    void aTopicThatAlwaysFailsIsTriedThreeTimesAndHarmsNoOther() {
        String poison = projects.create(Topics.cheap("Bees and " + Steps.POISON));
        String other = projects.create(Topics.cheap("Healthy bees"));

        Running.await("it fails", () -> projects.status(poison) == ProjectStatus.FAILED);
        Running.await("the other is made", () -> projects.status(other) == ProjectStatus.COMPLETED);

        assertThat(attempts(poison)).isEqualTo(3);
        assertThat(json("status", poison, "--json").at("/error/code").asText()).isEqualTo("POISON");
        assertThat(json("list", "--status", "FAILED", "--json")
                        .at("/0/error/attempts")
                        .asInt())
                .isEqualTo(3);
        String letter = letter(poison);
        assertThat(Command.vvg(home, "dead", "replay", letter).exitCode()).isZero();
        Running.await("it fails again", () -> projects.status(poison) == ProjectStatus.FAILED);
        assertThat(letter(poison)).isNotEqualTo(letter);
    }

    @Test
    void aSecondServiceOnTheSameHomeSaysSoAndEnds() throws Exception {
        try (Service second = Service.serve(home, null, Topics.CHEAP)) {
            assertThat(second.ended(Duration.ofSeconds(60))).isTrue();
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.said()).contains("another vvg serves this home already");
        }
        assertThat(service.isAlive()).isTrue();
    }

    @Test
    void anFfmpegThatIsKilledDuringARenderIsStartedAgain() {
        String id = projects.create(Topics.longer("Bees that are shot at"));
        Running.await("it renders", () -> renders(id));

        ffmpegsOf(id).forEach(ProcessHandle::destroyForcibly);

        Running.await("it is made", () -> projects.status(id) == ProjectStatus.COMPLETED);
    }

    private static boolean renders(String id) {
        return projects.status(id) == ProjectStatus.RENDERING && !ffmpegsOf(id).isEmpty();
    }

    private static List<ProcessHandle> ffmpegsOf(String id) {
        return Service.ffmpegs(home.resolve("data/work").resolve(id));
    }

    private static int attempts(String id) {
        return projects.pipeline.getProjectStatus(id).stages().stream()
                .mapToInt(StageProgress::attempts)
                .sum();
    }

    private static JsonNode json(String... command) {
        return Json.read(Command.vvg(home, command).output(), JsonNode.class);
    }

    /** The number of the dead letter that waits for this project. */
    private static String letter(String id) {
        String list = Command.vvg(home, "dead", "list").output();
        return list.lines()
                .filter(line -> line.contains(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no dead letter of " + id + " in: " + list))
                .strip()
                .split(" ")[0];
    }
}
