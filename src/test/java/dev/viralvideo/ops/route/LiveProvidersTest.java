package dev.viralvideo.ops.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.viralvideo.StubbedService;
import dev.viralvideo.helpers.LogLines;
import dev.viralvideo.json.Json;
import dev.viralvideo.ops.Console;
import dev.viralvideo.ops.WebPort;
import dev.viralvideo.ops.user.Role;
import dev.viralvideo.ops.user.Users;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider's file while the whole service runs: the next search asks what is there, and health tells what is wrong. */
class LiveProvidersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PASSWORD = "a long password";

    @TempDir
    private Path folder;

    private HttpServer stock;
    private Path file;
    private StubbedService service;
    private Console console;

    @BeforeEach
    void start() throws Exception {
        stock = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stock.createContext("/", exchange -> {
            byte[] answer = "{\"hits\":[{\"id\":\"1\",\"url\":\"https://example.org/bee.jpg\"}]}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        stock.start();
        Path install = folder.resolve("install");
        for (String part : List.of("routes", "templates", "styles", "config")) {
            copy(Path.of(part), install.resolve(part));
        }
        // nobody of the world outside is asked
        for (String provider : List.of("openverse", "wikimedia-commons")) {
            Files.delete(install.resolve("routes/media/" + provider + ".camel.yaml"));
        }
        file = install.resolve("routes/media/meadow.camel.yaml");
        new Users(folder.resolve("home/data/users.json")).set("admin", Role.ADMIN, PASSWORD);
        begin();
    }

    private void begin() throws Exception {
        service = StubbedService.at(folder.resolve("home"))
                .installed(folder.resolve("install"))
                .set("vvg.api.auth", "false")
                .serve();
        console = new Console(service.service().url(WebPort.MANAGEMENT));
        assertThat(console.login("admin", PASSWORD)).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        service.close();
        stock.stop(0);
    }

    @Test
    void aProviderComesBreaksIsMendedAndGoesWhileSearchesGoOn() throws Exception {
        assertThat(found()).isEmpty();

        Files.writeString(file, provider("Meadow"));
        await().atMost(PATIENCE).until(() -> found().equals(List.of("Meadow")));

        try (LogLines log = LogLines.of("dev.viralvideo.ops.route")) {
            Files.writeString(file, provider("Meadow").replace("answer", "anwser"));
            await().atMost(PATIENCE).until(() -> health().contains("meadow.camel.yaml is not loaded"));
            assertThat(found()).as("the last good version").containsExactly("Meadow");
            assertThat(log.all().toString()).contains("meadow.camel.yaml is not loaded", "answer");
            assertThat(bean("Problems").toString()).contains("meadow.camel.yaml is not loaded");
        }

        Files.writeString(file, provider("Clearing"));
        await().atMost(PATIENCE).until(() -> found().equals(List.of("Clearing")));
        await().atMost(PATIENCE).until(() -> health().contains("all as in their files"));

        Files.delete(file);
        await().atMost(PATIENCE).until(() -> found().isEmpty());
        assertThat(route()).isEmpty();
    }

    @Test
    void whatAnOperatorStoppedStaysStoppedWhenItsFileChangesAndAfterARestart() throws Exception {
        Files.writeString(file, provider("Meadow"));
        await().atMost(PATIENCE).until(() -> found().equals(List.of("Meadow")));
        console.execute(routeBean(), "stop()");
        assertThat(found()).isEmpty();

        try (LogLines log = LogLines.of("dev.viralvideo.ops.route")) {
            Files.writeString(file, provider("Clearing"));
            await().atMost(PATIENCE).until(() -> log.all().toString().contains("meadow.camel.yaml is loaded"));
        }
        assertThat(route()).isEqualTo("Stopped");
        assertThat(found()).isEmpty();
        assertThat(health()).contains("stopped by an operator: [media-meadow]");

        service.close();
        begin();
        assertThat(route()).isEqualTo("Stopped");
        assertThat(found()).isEmpty();

        console.execute(routeBean(), "start()");
        await().atMost(PATIENCE).until(() -> found().equals(List.of("Clearing")));
        assertThat(health()).contains("all as in their files");
    }

    /** The authors of all finds. */
    private List<String> found() throws IOException, InterruptedException {
        JsonNode answer = Json.MAPPER.readTree(
                console.get("/api/v1/media/search?q=honey%20bee").body());
        return answer.path("media").findValuesAsText("author");
    }

    private String health() throws IOException, InterruptedException {
        return console.get("/health").body();
    }

    private JsonNode bean(String attribute) throws IOException, InterruptedException {
        return console.read("dev.viralvideo:context=" + service.camel().getManagementName() + ",type=routes", attribute)
                .at("/value");
    }

    private String routeBean() {
        return "org.apache.camel:context=" + service.camel().getManagementName() + ",type=routes,name=\"media-meadow\"";
    }

    /** Its state; empty when there is none. */
    private String route() throws IOException, InterruptedException {
        return console.read(routeBean(), "State").at("/value").asText();
    }

    private String provider(String author) {
        return """
                - templatedRoute:
                    routeTemplateRef: media-provider
                    routeId: media-meadow
                    parameters:
                      - {name: name, value: meadow}
                      - {name: needsKey, value: "false"}
                      - {name: cache, value: 0s}
                      - {name: url, value: "http://127.0.0.1:%d/search"}
                      - {name: query, value: "{q: .query}"}
                      - name: answer
                        value: |
                          .hits[] | {id, kind: "still", title: "honey bee", text: "honey bee", page: "https://example.org/bee",
                            author: "%s", licence: "cc0", renditions: [{url, width: 1080, height: 1920, mime: "image/jpeg"}]}
                """
                .formatted(stock.getAddress().getPort(), author);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Path copy = to.resolve(from.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(file, copy);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
