package dev.viralvideo.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.viralvideo.StubbedService;
import dev.viralvideo.config.StageSettings;
import dev.viralvideo.project.PostgresqlCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one RabbitMQ and one PostgreSQL. */
@EnabledIf("dev.viralvideo.integration.TestBroker#installed")
class StageQueuesTest {
    private static final int TOPICS = 40;
    private static final int WORK = TOPICS * StageSettings.ALL.size();

    private static Optional<PostgresqlCluster> cluster;
    private static int databases;

    @TempDir
    private Path folder;

    private final TestBroker broker = TestBroker.shared();
    private final List<StubbedService> nodes = new ArrayList<>();
    private String database;

    @BeforeAll
    static void startDatabase() {
        cluster = PostgresqlCluster.start("fsync=off");
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @AfterAll
    static void stopDatabase() {
        Awaitility.reset();
        cluster.ifPresent(PostgresqlCluster::close);
    }

    @BeforeEach
    void makeDatabase() {
        assumeTrue(cluster.isPresent());
        database = "stages_" + ++databases;
        cluster.orElseThrow().execute("create database " + database);
    }

    @AfterEach
    void stopNodes() {
        nodes.forEach(StubbedService::close);
    }

    private StubbedService.Builder node() {
        StubbedService.Builder node = StubbedService.at(folder.resolve("node-" + nodes.size()))
                .set("vvg.queue", "rabbitmq")
                .set("vvg.rabbitmq.addresses", "127.0.0.1:" + broker.port())
                .set("vvg.db.url", cluster.orElseThrow().url(database))
                .set("vvg.db.user", cluster.orElseThrow().user());
        StageSettings.ALL.forEach(stage -> node.set("vvg." + stage + ".workers", "1"));
        return node;
    }

    private StubbedService start(StubbedService.Builder node) {
        nodes.add(node.start());
        return nodes.get(nodes.size() - 1);
    }

    private void workOnAll() {
        try (TestAmqp amqp = new TestAmqp(broker.port())) {
            List<String> bodies = IntStream.range(0, TOPICS)
                    .mapToObj(i -> "{\"topic\":\"Topic " + i + "\"}")
                    .toList();
            amqp.sendAll("vvg.topics", bodies, database + "-");
        }
        await().until(() -> nodes.get(0).completed() == TOPICS);
    }

    @Test
    void nodesThatAreAlikeShareTheWorkAndNoPieceIsDoneTwice() {
        StubbedService one = start(node().taking(Duration.ofMillis(50)));
        StubbedService other = start(node().taking(Duration.ofMillis(50)));
        workOnAll();

        assertThat(Stream.concat(one.worked().stream(), other.worked().stream()))
                .hasSize(WORK)
                .doesNotHaveDuplicates();
        assertThat(one.worked().size()).isBetween(WORK / 4, WORK * 3 / 4);
    }

    @Test
    void aNodeThatIsSlowIsGivenLess() {
        StubbedService fast = start(node().taking(Duration.ofMillis(20)));
        StubbedService slow = start(node().taking(Duration.ofMillis(400)));
        workOnAll();

        assertThat(slow.worked()).hasSizeBetween(1, WORK / 4);
        assertThat(fast.worked()).hasSize(WORK - slow.worked().size());
    }

    @Test
    void aNodeWorksOnItsOwnStagesOnly() {
        StubbedService first = start(node().set("vvg.stages", "script,media,audio"));
        StubbedService last = start(node().set("vvg.stages", "video"));
        workOnAll();

        assertThat(first.worked()).hasSize(WORK - TOPICS).noneMatch(work -> work.startsWith("VIDEO"));
        assertThat(last.worked()).hasSize(TOPICS).allMatch(work -> work.startsWith("VIDEO"));
    }
}
