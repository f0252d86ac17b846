package dev.viralvideo.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import dev.viralvideo.StubbedService;
import dev.viralvideo.config.StageSettings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.Json;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class BrokerIntakeTest {
    private static final int SPELLINGS = 40;
    private static final Map<String, String> FORGED = Map.of(
            "CamelExecCommandExecutable", "touch",
            "CamelExecCommandArgs", "%s",
            "CamelBeanMethodName", "toString",
            "CamelSpringRabbitmqRoutingOverrideKey", "vvg.topics",
            "CamelHttpUri", "http://127.0.0.1:1/",
            "CamelFileName", "../../forged",
            "org.apache.camel.anything", "x");

    @TempDir
    private Path home;

    private final TestBroker broker = TestBroker.shared();
    private TestAmqp amqp;
    private StubbedService service;

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @AfterAll
    static void beAsBefore() {
        Awaitility.reset();
    }

    @BeforeEach
    void connect() throws IOException {
        amqp = new TestAmqp(broker.port());
        amqp.declare("vvg.topics", "vvg.topics.dead");
        amqp.channel.queuePurge("vvg.topics");
        amqp.channel.queuePurge("vvg.topics.dead");
    }

    @AfterEach
    void stop() {
        amqp.close();
        if (service != null) {
            service.close();
        }
    }

    private StubbedService.Builder onBroker() {
        return StubbedService.at(home)
                .set("vvg.rabbitmq.addresses", "127.0.0.1:" + broker.port())
                .set("vvg.intake.folder", "false");
    }

    @Test
    void aMessageBecomesAProjectAndRedeliveryIsHarmless() {
        service = onBroker().start();
        amqp.send("vvg.topics", "{\"topic\":\"Bees\"}", properties("m-1"));
        amqp.send("vvg.topics", "{\"topic\":\"Bees\"}", properties("m-1"));
        BasicProperties keyed = new BasicProperties.Builder()
                .messageId("m-2")
                .headers(Map.of("idempotency-key", "k-1"))
                .build();
        amqp.send("vvg.topics", "{\"topic\":\"Wasps\",\"aspect\":\"1:1\",\"priority\":9}", keyed);
        amqp.send(
                "vvg.topics",
                "{\"topic\":\"Wasps\"}",
                keyed.builder().messageId("m-3").build());
        amqp.send("vvg.topics", "{\"topic\":\"Ants\"}", null);
        amqp.send("vvg.topics", "{\"topic\":\"Ants\"}", null);

        await().until(() -> service.completed() == 4 && amqp.depth("vvg.topics") == 0);
        assertThat(service.topics()).containsExactlyInAnyOrder("Bees", "Wasps", "Ants", "Ants");
    }

    @Test
    void whatIsMalformedGoesToTheDeadQueueWithItsReasonAndIsNeverRequeued() {
        service = onBroker().start();
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("not json", "BAD_SYNTAX");
        bad.put("{\"topic\":\"\"}", "TOPIC_EMPTY");
        bad.put("{\"topic\":\"Bees\",\"colour\":\"red\"}", "UNKNOWN_FIELD");
        bad.put("{\"topic\":\"Bees\",\"template\":\"no-such\"}", "UNKNOWN_TEMPLATE");
        bad.put("", "MESSAGE_EMPTY");
        bad.put("{\"topic\":\"Bees\"}{\"topic\":\"Wasps\"}", "MESSAGE_NOT_ONE");
        bad.put("{\"topic\":\"<script>alert(1)</script>\"}", "TOPIC_SCRIPT_LIKE");
        bad.put("{\"topic\":\"Bees\",\"points\":[\"" + "x".repeat(1 << 20) + "\"]}", "FILE_TOO_LARGE");
        bad.keySet().forEach(body -> amqp.send("vvg.topics", body, null));
        BasicProperties odd = new BasicProperties.Builder()
                .contentType("text/plain")
                .contentEncoding("no-such-encoding")
                .messageId("odd")
                .replyTo("a/b/c")
                .headers(Map.of("Idempotency-Key", List.of("a", Map.of("b", 1))))
                .build();
        amqp.send("vvg.topics", new byte[] {(byte) 0xFF, (byte) 0xFE, 0}, odd);
        amqp.send("vvg.topics", "{\"topic\":\"Good\"}", odd);

        await().until(() -> service.completed() == 1 && amqp.depth("vvg.topics.dead") == bad.size() + 1);
        assertThat(amqp.depth("vvg.topics")).isZero();
        List<GetResponse> dead = amqp.drain("vvg.topics.dead");
        assertThat(dead).extracting(message -> header(message, "x-vvg-code")).containsAll(bad.values());
        assertThat(dead).allSatisfy(message -> assertThat(header(message, "x-vvg-reason"))
                .isNotBlank());
        assertThat(dead.stream()
                        .filter(message -> message.getBody().length < 1000)
                        .map(TestAmqp::text))
                .contains("not json", "{\"topic\":\"\"}");
        assertThat(service.topics()).containsExactly("Good");
    }

    /** On the broker in this JVM the stage queues stand still after a second of this, for a reason not yet known. */
    @Test
    @EnabledIf("dev.viralvideo.integration.TestBroker#installed")
    void forgedHeadersReachNothingHoweverTheyAreSpelled() {
        Path forged = home.resolve("forged");
        StageSettings.ALL.forEach(stage -> amqp.declare("vvg.stage." + stage));
        service = onBroker().set("vvg.queue", "rabbitmq").start();
        HeaderSpy spy = HeaderSpy.in(service.camel());
        for (Map<String, Object> headers : forgedHeaders(forged)) {
            BasicProperties properties =
                    new BasicProperties.Builder().headers(headers).build();
            amqp.send("vvg.topics", "{\"topic\":\"Bees\"}", properties);
            StageSettings.ALL.forEach(stage -> amqp.send("vvg.stage." + stage, "no-such-project", properties));
        }

        await().until(() -> service.completed() == SPELLINGS);
        await().untilAsserted(() -> assertThat(spy.headers())
                .containsKeys("intake-broker", "script-take", "media-take", "audio-take", "video-take"));
        assertThat(spy.headers().values()).allSatisfy(names -> assertThat(names).noneMatch(BrokerIntakeTest::isForged));
        assertThat(forged).doesNotExist();
        assertThat(amqp.depth("vvg.topics.dead")).isZero();
    }

    /** Camel's own names for what to run, call, write and send to, each time in other letters. */
    private static List<Map<String, Object>> forgedHeaders(Path file) {
        Random random = new Random(1);
        return IntStream.range(0, SPELLINGS)
                .mapToObj(i -> {
                    Map<String, Object> headers = new HashMap<>();
                    FORGED.forEach((name, value) -> headers.put(spelled(name, i, random), value.formatted(file)));
                    return headers;
                })
                .toList();
    }

    private static String spelled(String name, int number, Random random) {
        return switch (number) {
            case 0 -> name;
            case 1 -> name.toLowerCase(Locale.ROOT);
            case 2 -> name.toUpperCase(Locale.ROOT);
            default ->
                name.chars()
                        .map(c -> random.nextBoolean() ? Character.toUpperCase(c) : Character.toLowerCase(c))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
        };
    }

    private static boolean isForged(String header) {
        return FORGED.keySet().stream().anyMatch(header::equalsIgnoreCase);
    }

    @Test
    void eventsLeaveInOrderForEachProjectWithAnIdAndTheirNameAsKey() {
        service = onBroker().start();
        String all = amqp.subscribe("#");
        String ends = amqp.subscribe("project.*");
        int topics = 300;
        amqp.sendAll("vvg.topics", bodies(topics), "e");

        await().until(() -> amqp.depth(ends) == 2 * topics);
        Map<String, List<GetResponse>> events = new LinkedHashMap<>();
        await().until(() -> {
            amqp.drain(all).forEach(event -> events.computeIfAbsent(
                            json(event).get("projectId").asText(), id -> new ArrayList<>())
                    .add(event));
            return events.values().stream().mapToInt(List::size).sum() == 6 * topics;
        });
        assertThat(events).hasSize(topics);
        assertThat(events.values()).allSatisfy(project -> {
            assertThat(project.stream().map(event -> event.getEnvelope().getRoutingKey()))
                    .startsWith("project.created", "script.generated")
                    .endsWith("rendering.completed", "project.completed");
            assertThat(project).allSatisfy(event -> {
                assertThat(event.getProps().getDeliveryMode()).isEqualTo(2);
                assertThat(event.getProps().getContentType()).isEqualTo("application/json");
                assertThat(event.getProps().getMessageId())
                        .isEqualTo(json(event).get("eventId").asText());
                assertThat(json(event).get("event").asText())
                        .isEqualTo(event.getEnvelope().getRoutingKey());
            });
        });
    }

    @Test
    void theFinalResultGoesToWhoeverAskedForIt() throws IOException {
        String replies = amqp.channel.queueDeclare().getQueue();
        service = onBroker()
                .working((stage, order) -> {
                    if (order.request().topic().equals("Bad")) {
                        throw new Failure.Validation("TOO_BAD", "it cannot be done");
                    }
                    if (order.request().topic().equals("Slow") && stage == Stage.AUDIO) {
                        await().forever().until(() -> completed("Slow", ProjectStatus.CANCELLED));
                    }
                })
                .start();
        Function<String, BasicProperties> asking = id -> new BasicProperties.Builder()
                .replyTo(replies)
                .correlationId(id)
                .messageId(id)
                .build();
        amqp.send("vvg.topics", "{\"topic\":\"Good\"}", asking.apply("good"));
        amqp.send("vvg.topics", "{\"topic\":\"Bad\"}", asking.apply("bad"));
        amqp.send("vvg.topics", "{\"topic\":\"Slow\"}", asking.apply("slow"));
        amqp.send("vvg.topics", "{\"topic\":\"\"}", asking.apply("refused"));
        amqp.send(
                "vvg.topics",
                "{\"topic\":\"Lost\"}",
                asking.apply("lost").builder().replyTo("nobody").build());
        amqp.send(
                "vvg.topics",
                "{\"topic\":\"Loop\"}",
                asking.apply("loop").builder().replyTo("vvg.topics").build());
        await().until(() -> service.projects().size() == 5);
        String slow = service.projects().stream()
                .filter(project -> project.topic().equals("Slow"))
                .findFirst()
                .orElseThrow()
                .id();
        service.engine().abandon(slow);

        await().until(() -> amqp.depth(replies) == 4);
        Map<String, JsonNode> answers = amqp.drain(replies).stream()
                .collect(Collectors.toMap(message -> message.getProps().getCorrelationId(), BrokerIntakeTest::json));
        assertThat(answers.get("good").get("status").asText()).isEqualTo("COMPLETED");
        assertThat(answers.get("good").get("output").asText()).startsWith("output/");
        assertThat(answers.get("bad").get("status").asText()).isEqualTo("FAILED");
        assertThat(answers.get("bad").at("/error/code").asText()).isEqualTo("TOO_BAD");
        assertThat(answers.get("slow").get("status").asText()).isEqualTo("CANCELLED");
        assertThat(answers.get("refused").get("status").asText()).isEqualTo("REJECTED");
        assertThat(answers.get("refused").at("/error/code").asText()).isEqualTo("TOPIC_EMPTY");
        await().until(() -> service.completed() == 3);
        assertThat(amqp.depth("vvg.topics.dead")).isEqualTo(1);
    }

    static List<String> bodies(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"topic\":\"Topic " + i + "\"}")
                .toList();
    }

    private static BasicProperties properties(String id) {
        return new BasicProperties.Builder().messageId(id).build();
    }

    private static String header(GetResponse message, String name) {
        return String.valueOf(message.getProps().getHeaders().get(name));
    }

    static JsonNode json(GetResponse message) {
        return Json.read(new String(message.getBody(), StandardCharsets.UTF_8), JsonNode.class);
    }

    private boolean completed(String topic, ProjectStatus status) {
        return service.projects().stream()
                .anyMatch(project -> project.topic().equals(topic) && project.status() == status);
    }
}
