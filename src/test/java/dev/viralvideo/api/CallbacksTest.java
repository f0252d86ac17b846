package dev.viralvideo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.viralvideo.json.Json;
import dev.viralvideo.keys.CallbackSecret;
import dev.viralvideo.keys.KeyStore;
import dev.viralvideo.keys.Masking;
import dev.viralvideo.keys.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbacksTest {
    @TempDir
    static Path home;

    private static ApiRig api;
    private static HttpServer receiver;
    private static final List<Told> TOLD = new CopyOnWriteArrayList<>();
    private static volatile int failing;

    private record Told(String path, String signature, String delivery, String body) {}

    @BeforeAll
    static void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", CallbacksTest::receive);
        receiver.start();
        api = new ApiRig(
                home,
                Map.of(
                        "vvg.callback.allow",
                                "127.0.0.1:" + receiver.getAddress().getPort(),
                        "vvg.callback.attempts", "3",
                        "vvg.callback.delay", "50"));
    }

    @AfterAll
    static void stop() {
        api.close();
        receiver.stop(0);
    }

    private static void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        TOLD.add(new Told(
                exchange.getRequestURI().getPath(),
                headers.getFirst("X-VVG-Signature"),
                headers.getFirst("X-VVG-Delivery"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        int status = failing > 0 ? 500 : exchange.getRequestURI().getPath().equals("/gone") ? 410 : 204;
        failing--;
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void theResultIsToldSignedOnceThereIsOneAndToldAgainWhileItFails() throws Exception {
        failing = 2;
        String id = project("http://127.0.0.1:" + receiver.getAddress().getPort() + "/told");
        api.endsUnpublished(id, "COMPLETED");

        await().atMost(ApiRig.PATIENCE)
                .until(() -> told("/told").size() == 3 && api.rows("callback_delivery", id) == 0);

        Told last = told("/told").get(2);
        JsonNode body = Json.read(last.body(), JsonNode.class);
        assertThat(body.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(body.path("projectId").asText()).isEqualTo(id);
        String[] signature = last.signature().split("[=,]");
        assertThat(signature[3]).isEqualTo(hmac(signature[1] + "." + last.body()));
        assertThat(told("/told").stream().map(Told::delivery).distinct()).hasSize(1);
    }

    @Test
    void whatNobodyTakesIsADeadLetterThatCanBeReplayed() {
        String id = project("http://127.0.0.1:" + receiver.getAddress().getPort() + "/gone");
        api.endsUnpublished(id, "FAILED");

        await().atMost(ApiRig.PATIENCE).until(() -> !api.deadCallbacks(id).isEmpty());
        assertThat(told("/gone")).hasSize(1);
        assertThat(api.rows("callback_delivery", id)).isZero();

        api.replayDead(id);
        await().atMost(ApiRig.PATIENCE).until(() -> told("/gone").size() == 2);
    }

    @Test
    void aPrivateAddressIsNotTold() {
        String id = project("http://127.0.0.1:" + api.port() + "/api/v1/projects");
        api.endsUnpublished(id, "COMPLETED");

        await().atMost(ApiRig.PATIENCE).until(() -> !api.deadCallbacks(id).isEmpty());
        assertThat(api.deadCallbacks(id).get(0)).contains("vvg.callback.allow");
    }

    private static List<Told> told(String path) {
        return TOLD.stream().filter(one -> one.path().equals(path)).toList();
    }

    private static String project(String callback) {
        return api.json(api.post("/projects", "{\"topic\":\"Bees\",\"callback\":\"" + callback + "\"}"))
                .path("id")
                .asText();
    }

    private static String hmac(String text) throws Exception {
        KeyStore store = new KeyStore(api.settings.providers().keysFolder(), null);
        String secret = CallbackSecret.of(new Secrets(Map.of(), store, Masking.OF_THIS_PROCESS), store);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
