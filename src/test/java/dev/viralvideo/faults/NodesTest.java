package dev.viralvideo.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.viralvideo.integration.TestBroker;
import dev.viralvideo.project.PostgresqlCluster;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectSummary;
import dev.viralvideo.project.Stage;
import dev.viralvideo.project.StageProgress;
import dev.viralvideo.project.StageState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes, each with a home of its own, on one PostgreSQL and one shared folder of data. */
@EnabledOnOs(OS.LINUX)
class NodesTest {
    private static final int PROJECTS = 3;

    private static Optional<PostgresqlCluster> cluster;
    private static int databases;

    @TempDir
    private Path folder;

    private final Map<Long, Service> nodes = new HashMap<>();
    private Map<String, String> settings;
    private TestBroker broker;

    @BeforeAll
    static void startDatabase() {
        cluster = PostgresqlCluster.start();
        assumeTrue(cluster.isPresent());
    }

    @BeforeEach
    void share() {
        String database = "nodes_" + ++databases;
        cluster.orElseThrow().execute("create database " + database);
        settings = new HashMap<>(Topics.CHEAP);
        settings.put("vvg.db.url", cluster.orElseThrow().url(database));
        settings.put("vvg.db.user", cluster.orElseThrow().user());
        for (String name : List.of("inbox", "output", "data")) {
            settings.put("vvg." + name, folder.resolve(name).toString());
        }
    }

    @AfterEach
    void stopNodes() throws Exception {
        for (Service node : nodes.values()) {
            node.close();
        }
        if (broker != null) {
            broker.kill();
        }
    }

    @AfterAll
    static void stopDatabase() {
        cluster.ifPresent(PostgresqlCluster::close);
    }

    @Test
    void whenTwoOfThreeAreKilledWhileTheyRenderTheLastOneFinishes() throws Exception {
        if (TestBroker.installed()) {
            broker = TestBroker.own();
            broker.start();
            settings.put("vvg.queue", "rabbitmq");
            settings.put("vvg.rabbitmq.addresses", "127.0.0.1:" + broker.port());
        }
        try (Projects projects = new Projects(folder.resolve("outside"), settings)) {
            start(3);
            List<String> ids = IntStream.range(0, PROJECTS)
                    .mapToObj(i -> projects.create(Topics.longer("Bees of many nodes " + i)))
                    .toList();
            for (int left = 2; left > 0; left--) {
                Running.await("one renders", () -> renderer(projects).isPresent());
                nodes.remove(renderer(projects).orElseThrow()).kill();
            }

            Running.await("all are made", () -> ids.stream().allMatch(id -> isMade(projects, id)));
            assertEachIsMadeOnce(projects);
        }
    }

    @Test
    void oneThatStoodStillWhileAnotherTookItsWorkOverPutsNothingOut() throws Exception {
        settings.put("vvg.lease", "4");
        settings.put("vvg.log.level", "info");
        try (Projects projects = new Projects(folder.resolve("outside"), settings)) {
            start(2);
            String id = projects.create(Topics.longer("Bees that stand still"));
            Running.await("one renders", () -> renderer(projects).isPresent());
            Service victim = nodes.get(renderer(projects).orElseThrow());

            victim.signal("STOP");
            Running.await("the other makes it", () -> isMade(projects, id));
            victim.signal("CONT");

            Running.await("the first notices", () -> log().contains("VIDEO of " + id + " was cancelled or taken over"));
            assertThat(victim.isAlive()).isTrue();
            assertEachIsMadeOnce(projects);
        }
    }

    private void start(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Service node = Service.serve(folder.resolve("node-" + i), null, settings);
            nodes.put(node.pid(), node);
        }
        nodes.values().forEach(Service::awaitServing);
    }

    private void assertEachIsMadeOnce(Projects projects) throws IOException {
        try (Stream<Path> packages = Files.list(folder.resolve("output"))) {
            assertThat(packages.map(Path::toString))
                    .containsExactlyInAnyOrderElementsOf(projects.all().stream()
                            .map(ProjectSummary::outputPath)
                            .toList());
        }
        for (ProjectSummary project : projects.all()) {
            assertThat(projects.attempts(project.id())).isZero();
            assertThat(projects.eventNames(project.id()))
                    .containsOnlyOnce("script.generated", "rendering.completed", "project.completed");
        }
    }

    private static boolean isMade(Projects projects, String id) {
        return projects.status(id) == ProjectStatus.COMPLETED;
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("data/logs/vvg.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of a living node that is in the middle of a video; a worker is called host~pid~random. */
    private Optional<Long> renderer(Projects projects) {
        return projects.all().stream()
                .flatMap(project -> projects.pipeline.getProjectStatus(project.id()).stages().stream())
                .filter(stage -> stage.stage() == Stage.VIDEO && stage.state() == StageState.CLAIMED)
                .filter(stage -> stage.fraction() > 0)
                .map(StageProgress::worker)
                .map(worker -> Long.parseLong(worker.split("~")[1]))
                .filter(nodes::containsKey)
                .findFirst();
    }
}
