package dev.viralvideo.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import dev.viralvideo.StubbedService;
import dev.viralvideo.broker.BrokerState;
import dev.viralvideo.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class BrokerFaultsTest {
    private static final String TOPICS = "vvg.topics";
    private static final String DEAD = "vvg.topics.dead";
    private static final int LOAD = 200;
    private static final int AT_ONCE = 10;

    /** By event id, in the order of their first arrival: what a subscriber makes of "at least once". */
    private final Map<String, GetResponse> events = new LinkedHashMap<>();

    @TempDir
    private Path home;

    private StubbedService service;
    private int arrivals;

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(90));
        // a thread of Spring's that puts a channel back into its cache ends like this when the broker has just died
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @AfterAll
    static void beAsBefore() {
        Awaitility.reset();
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    private StubbedService.Builder on(int port) {
        return StubbedService.at(home).set("vvg.rabbitmq.addresses", "127.0.0.1:" + port);
    }

    @Test
    void withoutABrokerTheServiceStartsAndWorksAndPicksUpWhenOneAppears() throws IOException {
        TestBroker broker = TestBroker.own();
        service = on(broker.port()).start();
        BrokerState state = service.camel().getRegistry().lookupByNameAndType("brokerState", BrokerState.class);
        await().until(() -> state.status().reason() != null);
        assertThat(state.isUp()).isFalse();
        Files.writeString(home.resolve("inbox/topics.txt"), "From the folder\n");
        await().until(() -> service.completed() == 1);

        broker.start();
        await().until(state::isUp);
        try (TestAmqp amqp = new TestAmqp(broker.port())) {
            String queue = amqp.subscribe("project.completed");
            amqp.send(TOPICS, "{\"topic\":\"From the broker\"}", null);
            await().until(() -> service.completed() == 2 && amqp.depth(queue) > 0);
        } finally {
            broker.kill();
        }
        await().until(() -> !state.isUp());
    }

    @Test
    @EnabledIf("dev.viralvideo.integration.TestBroker#installed")
    void aBrokerThatIsKilledAndRestartedUnderLoadLosesAndDoublesNothing() throws IOException {
        TestBroker broker = TestBroker.own();
        broker.start();
        try {
            String queue = prepared(broker);
            service = on(broker.port())
                    .set("vvg.queue", "rabbitmq")
                    .taking(Duration.ofMillis(10))
                    .start();
            CompletableFuture<Void> killed = new CompletableFuture<>();
            CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> sendAll(broker, killed));
            await().until(() -> service.projects().size() >= LOAD / 4);
            broker.kill();
            killed.complete(null);
            broker.start();

            sender.join();
            await().until(() -> service.completed() == LOAD);
            assertThat(service.topics())
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, LOAD)
                            .mapToObj(BrokerFaultsTest::topic)
                            .toList());
            try (TestAmqp amqp = new TestAmqp(broker.port())) {
                await().until(() -> collect(amqp, queue) == 6 * LOAD);
                assertThat(amqp.depth(TOPICS)).isZero();
                assertThat(amqp.depth(DEAD)).isZero();
            }
            assertThat(eventNames()).hasSize(LOAD).allSatisfy((project, names) -> assertInOrder(names));
        } finally {
            broker.kill();
        }
    }

    /**
     * What a careful sender does: it sends again, with the same id, whatever was not confirmed. It has half of its
     * topics left when the broker is killed.
     */
    private static void sendAll(TestBroker broker, CompletableFuture<Void> killed) {
        for (int from = 0; from < LOAD; from += AT_ONCE) {
            int first = from;
            if (first == LOAD / 2) {
                killed.join();
            }
            await().ignoreExceptions().until(() -> {
                try (TestAmqp amqp = new TestAmqp(broker.port())) {
                    List<String> bodies = IntStream.range(first, first + AT_ONCE)
                            .mapToObj(i -> "{\"topic\":\"" + topic(i) + "\"}")
                            .toList();
                    amqp.sendAll(TOPICS, bodies, "load-" + first + "-");
                    return true;
                }
            });
        }
    }

    private static String topic(int number) {
        return "Topic " + number;
    }

    @Test
    void anEventWhoseConfirmIsLostComesAgainUnderTheSameId() throws IOException {
        TestBroker broker = TestBroker.shared();
        String queue = prepared(broker);
        try (CuttingProxy proxy = new CuttingProxy(broker.port());
                TestAmqp amqp = new TestAmqp(broker.port())) {
            service = on(proxy.port()).start();
            proxy.cutInsteadOfAck(CuttingProxy.Side.BROKER);
            amqp.send(TOPICS, "{\"topic\":\"Bees\"}", null);

            await().until(() -> collect(amqp, queue) == 6);
            assertThat(proxy.cuts()).isEqualTo(1);
            await("the one that was not confirmed").until(() -> collect(amqp, queue) == 6 && arrivals > 6);
            assertThat(service.topics()).containsExactly("Bees");
            assertThat(eventNames().values()).singleElement().satisfies(BrokerFaultsTest::assertInOrder);
        }
    }

    @Test
    void aTopicWhoseAcknowledgementIsLostIsNotMadeTwice() throws IOException {
        TestBroker broker = TestBroker.shared();
        prepared(broker);
        try (CuttingProxy proxy = new CuttingProxy(broker.port());
                TestAmqp amqp = new TestAmqp(broker.port())) {
            service = on(proxy.port()).start();
            proxy.cutInsteadOfAck(CuttingProxy.Side.SERVICE);
            amqp.send(TOPICS, "{\"topic\":\"Bees\"}", id("bees"));
            await().until(() -> proxy.cuts() == 1);
            // the first one is on the queue again, before this one
            amqp.send(TOPICS, "{\"topic\":\"Wasps\"}", id("wasps"));

            await().until(() -> service.completed() == 2);
            service.close();
            service = null;
            assertThat(amqp.depth(TOPICS)).isZero();
            assertThat(amqp.depth(DEAD)).isZero();
        }
        service = StubbedService.at(home).start();
        assertThat(service.topics()).containsExactlyInAnyOrder("Bees", "Wasps");
    }

    private static BasicProperties id(String id) {
        return new BasicProperties.Builder().messageId(id).deliveryMode(2).build();
    }

    /** Empty queues, and one that gets every event. */
    private static String prepared(TestBroker broker) throws IOException {
        try (TestAmqp amqp = new TestAmqp(broker.port())) {
            amqp.declare(TOPICS, DEAD);
            amqp.channel.queuePurge(TOPICS);
            amqp.channel.queuePurge(DEAD);
            return amqp.subscribe("#");
        }
    }

    /** How many different events have arrived by now. */
    private int collect(TestAmqp amqp, String queue) {
        List<GetResponse> more = amqp.drain(queue);
        arrivals += more.size();
        more.forEach(event -> events.putIfAbsent(event.getProps().getMessageId(), event));
        return events.size();
    }

    private Map<String, List<String>> eventNames() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        events.values().forEach(event -> names.computeIfAbsent(
                        Json.read(TestAmqp.text(event), JsonNode.class)
                                .get("projectId")
                                .asText(),
                        project -> new ArrayList<>())
                .add(event.getEnvelope().getRoutingKey()));
        return names;
    }

    private static void assertInOrder(List<String> names) {
        assertThat(names)
                .startsWith("project.created", "script.generated")
                .contains("media.sourced", "audio.processed")
                .endsWith("rendering.completed", "project.completed")
                .hasSize(6);
    }
}
