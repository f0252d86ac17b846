package dev.viralvideo.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.viralvideo.intake.Request;
import dev.viralvideo.integration.TestAmqp;
import dev.viralvideo.integration.TestBroker;
import dev.viralvideo.json.Json;
import dev.viralvideo.project.PostgresqlCluster;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A short campaign; {@code make kill-campaign} runs the long one. Its output has the seed of what is random in it. */
@EnabledOnOs(OS.LINUX)
class KillCampaignTest {
    private static final int IN_FLIGHT = Integer.getInteger("faults.in-flight", 3);
    private static final long SEED = Long.getLong("faults.seed", 1);

    @TempDir
    private Path folder;

    @Test
    void everyProjectIsMadeOnceHoweverOftenTheServiceIsKilled() throws Exception {
        System.out.println("seed " + SEED);
        try (Campaign campaign = new Campaign(home(), Topics.CHEAP, IN_FLIGHT, SEED, System.out::println)) {
            campaign.run(kills(6));
        }
    }

    @Test
    void soItIsOnRabbitMqAndPostgresql() throws Exception {
        assumeTrue(TestBroker.installed());
        Optional<PostgresqlCluster> cluster = PostgresqlCluster.start();
        assumeTrue(cluster.isPresent());
        TestBroker broker = TestBroker.own();
        broker.start();
        Map<String, String> settings = new HashMap<>(Topics.CHEAP);
        settings.put("vvg.db.url", cluster.get().url("postgres"));
        settings.put("vvg.db.user", cluster.get().user());
        settings.put("vvg.queue", "rabbitmq");
        settings.put("vvg.rabbitmq.addresses", "127.0.0.1:" + broker.port());
        System.out.println("seed " + SEED);
        try (TestAmqp amqp = new TestAmqp(broker.port());
                Campaign campaign = new Campaign(home(), settings, IN_FLIGHT, SEED, System.out::println)) {
            amqp.declare("vvg.topics");
            campaign.with("intake-broker", requests -> send(amqp, requests)).run(kills(2));
        } finally {
            broker.kill();
            cluster.get().close();
        }
    }

    private static void send(TestAmqp amqp, List<Request> requests) {
        // each topic of a campaign is another one
        requests.forEach(request -> amqp.send(
                "vvg.topics",
                Json.write(request),
                new BasicProperties.Builder()
                        .deliveryMode(2)
                        .messageId(request.topic())
                        .build()));
    }

    private static int kills(int inShort) {
        return Integer.getInteger("faults.kills", inShort);
    }

    private Path home() {
        return folder.resolve("home");
    }
}
