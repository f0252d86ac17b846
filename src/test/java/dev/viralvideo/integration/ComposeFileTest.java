package dev.viralvideo.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.viralvideo.StubbedService;
import dev.viralvideo.config.Layer;
import dev.viralvideo.config.Settings;
import dev.viralvideo.project.PostgresqlCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** {@code compose.yaml} without an engine for containers: its settings, its health checks, and how its parts fit. */
class ComposeFileTest {
    private static final JsonNode FILE = read();
    private static final JsonNode SERVICES = FILE.get("services");
    private static final String PASSWORD = "secret";

    private static PostgresqlCluster postgresql;
    private static RabbitNode rabbitmq;

    @TempDir
    private Path folder;

    @AfterAll
    static void stopServers() {
        Awaitility.reset();
        if (rabbitmq != null) {
            rabbitmq.kill();
            postgresql.close();
        }
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().valueToTree(new Yaml().load(Files.readString(Path.of("compose.yaml"))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyPartIsWatchedStartedAgainAndKeepsItsDataOnAVolumeThatIsDeclared() {
        List<String> volumes = names(FILE.get("volumes"));
        for (JsonNode service : SERVICES) {
            assertThat(service.at("/healthcheck/test/0").asText()).isEqualTo("CMD");
            assertThat(service.get("restart").asText()).isEqualTo("unless-stopped");
            assertThat(service.get("volumes")).isNotEmpty().allSatisfy(volume -> assertThat(volumes)
                    .contains(volume.asText().split(":")[0]));
            assertThat(names(SERVICES)).containsAll(names(service.path("depends_on")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"front", "worker"})
    void everyVariableIsASetting(String service) {
        assertThat(settings(service)).hasSameSizeAs(environment(service)).isNotEmpty();
    }

    @Test
    void theServersAreMadeForWhoUsesThem() {
        Map<String, String> worker = environment("worker");
        Map<String, String> postgresql = environment("postgresql");
        Map<String, String> rabbitmq = environment("rabbitmq");

        assertThat(worker)
                .containsEntry("VVG_DB_URL", "jdbc:postgresql://postgresql:5432/" + postgresql.get("POSTGRES_DB"))
                .containsEntry("VVG_DB_USER", postgresql.get("POSTGRES_USER"))
                .containsEntry("VVG_DB_PASSWORD", postgresql.get("POSTGRES_PASSWORD"))
                .containsEntry("VVG_RABBITMQ_ADDRESSES", "rabbitmq:5672")
                .containsEntry("VVG_RABBITMQ_USER", rabbitmq.get("RABBITMQ_DEFAULT_USER"))
                .containsEntry("VVG_RABBITMQ_PASSWORD", rabbitmq.get("RABBITMQ_DEFAULT_PASS"));
    }

    @Test
    void theWorkerMakesWhatTheFrontTakesIn() {
        try (StubbedService front = node("front").start();
                StubbedService worker = node("worker").start()) {
            drop("Bees\nWasps\n");
            await().until(() -> front.completed() == 2);

            assertThat(front.worked()).allMatch(work -> work.startsWith("SCRIPT"));
            assertThat(worker.worked())
                    .filteredOn(work -> work.startsWith("VIDEO"))
                    .hasSize(2);
        }
    }

    @Test
    void theHealthChecksTellWhoIsThere() throws Exception {
        try (StubbedService worker = node("worker").serve()) {
            assertThat(exitOf(check("worker"), 8080, worker.service().port())).isZero();
        }
        assertThat(exitOf(check("postgresql"), 5432, postgresql.port())).isZero();
        assertThat(rabbitmq.run(check("rabbitmq"))).isZero();

        int nobody = RabbitNode.freePort();
        assertThat(exitOf(check("worker"), 8080, nobody)).isNotZero();
        assertThat(exitOf(check("postgresql"), 5432, nobody)).isNotZero();
        assertThat(RabbitNode.create().run(check("rabbitmq"))).isNotZero();
    }

    private static List<String> check(String service) {
        return StreamSupport.stream(
                        SERVICES.get(service).at("/healthcheck/test").spliterator(), false)
                .skip(1)
                .map(JsonNode::asText)
                .toList();
    }

    /** Of a check that asks at the usual port, asking at another one. */
    private static int exitOf(List<String> command, int usual, int port) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.stream()
                        .map(word -> word.replace("127.0.0.1/" + usual, "127.0.0.1/" + port))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PGHOST", "127.0.0.1");
        builder.environment().put("PGPORT", String.valueOf(port));
        return builder.start().waitFor();
    }

    private static void startServers() {
        if (rabbitmq == null) {
            assumeTrue(TestBroker.installed());
            postgresql = PostgresqlCluster.start("fsync=off").orElse(null);
            assumeTrue(postgresql != null);
            postgresql.execute("create database vvg");
            rabbitmq = RabbitNode.create();
            rabbitmq.start();
            Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        }
    }

    private StubbedService.Builder node(String service) {
        startServers();
        StubbedService.Builder node = StubbedService.at(folder.resolve(service)).set("vvg.intake.settle", "200");
        settings(service)
                .forEach((key, value) -> node.set(
                        key,
                        value.replaceFirst("^/work/", folder + "/")
                                .replace("postgresql:5432", "127.0.0.1:" + postgresql.port())
                                .replace("rabbitmq:5672", "127.0.0.1:" + rabbitmq.port())));
        // the one user that this broker has from the beginning
        return node.set("vvg.rabbitmq.user", "guest").set("vvg.rabbitmq.password", "guest");
    }

    private void drop(String topics) {
        try {
            Files.writeString(folder.resolve("inbox/topics.txt"), topics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the variables of a service set, by key. */
    private Map<String, String> settings(String service) {
        return Settings.load(Path.of("").toAbsolutePath(), folder, environment(service), Map.of())
                .properties()
                .all()
                .entrySet()
                .stream()
                .filter(setting -> setting.getValue().layer() == Layer.ENVIRONMENT)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, setting -> setting.getValue().text()));
    }

    private static Map<String, String> environment(String service) {
        Map<String, String> environment = new TreeMap<>();
        SERVICES.get(service)
                .get("environment")
                .fields()
                .forEachRemaining(variable -> environment.put(
                        variable.getKey(),
                        variable.getValue().asText().replaceFirst("^\\$\\{VVG_PASSWORD.*}$", PASSWORD)));
        return environment;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
