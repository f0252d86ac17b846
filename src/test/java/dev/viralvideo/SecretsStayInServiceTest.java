package dev.viralvideo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.viralvideo.api.Scope;
import dev.viralvideo.api.Tokens;
import dev.viralvideo.config.Settings;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.intake.Request;
import dev.viralvideo.json.Json;
import dev.viralvideo.keys.KeyName;
import dev.viralvideo.keys.KeyStore;
import dev.viralvideo.keys.Secret;
import dev.viralvideo.ops.Console;
import dev.viralvideo.ops.Service;
import dev.viralvideo.ops.user.Role;
import dev.viralvideo.ops.user.Users;
import dev.viralvideo.project.Database;
import dev.viralvideo.project.Project;
import dev.viralvideo.project.ProjectStatus;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service makes a video with providers that tell the key back in every answer; then everything is searched for it that
 * the service shows or keeps: Hawtio, metrics, health, the REST API, the package and every file of its home.
 */
class SecretsStayInServiceTest {
    private static final String KEY = Leaks.KEY;
    private static final String PASSWORD = "a long password";

    @TempDir
    private Path home;

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final List<String> shown = new ArrayList<>();
    private Settings settings;
    private Service service;

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(401)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"error\":{\"message\":\"Incorrect API key provided: " + KEY + "\"}}")));
        server.stubFor(any(urlPathMatching("/pixabay/.*"))
                .willReturn(aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "text/plain")
                        .withBody("[ERROR 400] Invalid or missing API key (key="
                                + URLEncoder.encode(KEY, StandardCharsets.UTF_8) + ").")));
        Map<String, String> arguments = new HashMap<>(Map.of(
                "vvg.web.port", "0",
                "vvg.online", "false",
                "vvg.provider.ollama.enabled", "false",
                "vvg.voice.fallbacks", "elevenlabs",
                "vvg.log.level", "debug",
                "vvg.video.preset", "ultrafast"));
        for (String name : List.of("openai", "openai-speech", "elevenlabs", "pexels", "pixabay", "jamendo")) {
            arguments.put("vvg.provider." + name + ".base", server.url("/" + name));
        }
        settings = Settings.load(Path.of("").toAbsolutePath(), home, Map.of(), arguments);
        settings.folders().create();
        for (String name : List.of("openai", "elevenlabs", "pexels", "pixabay", "jamendo")) {
            new KeyStore(settings.providers().keysFolder(), null).set(new KeyName(name), new Secret(KEY));
        }
        new Users(settings.folders().users()).set("admin", Role.ADMIN, PASSWORD);
        service = Wiring.serve(settings);
    }

    @AfterEach
    void stop() {
        service.close();
        server.stop();
    }

    @Test
    void no_key_is_in_anything_that_the_service_shows_or_keeps() throws Exception {
        Project made = made();
        assertThat(server.getAllServeEvents())
                .as("the keys were used")
                .anyMatch(event -> ("Bearer " + KEY).equals(event.getRequest().getHeader("Authorization")))
                .anyMatch(event -> KEY.equals(event.getRequest().getHeader("xi-api-key")))
                .anyMatch(event -> event.getRequest().getUrl().startsWith("/pixabay"))
                .anyMatch(event -> event.getRequest().getUrl().startsWith("/jamendo"));

        hawtio();
        Console stranger = new Console("http://127.0.0.1:" + service.port());
        for (String page : List.of("/metrics", "/health", "/health/live", "/health/ready")) {
            shown.add(stranger.get(page).body());
        }
        rest(made.id());
        shown.add(String.valueOf(made));

        assertThat(shown).anyMatch(text -> text.contains("Incorrect API key provided: ***"));
        assertThat(shown).allSatisfy(text -> assertThat(Leaks.in(text)).isEmpty());
        assertThat(Leaks.assertNoneInFiles(home)).anyMatch(file -> file.endsWith("report.json"));
    }

    private Project made() throws InterruptedException {
        Request request = new Request(
                "3 facts about honey bees",
                "listicle",
                "en",
                "openai-speech",
                Aspect.of("1:1"),
                18.0,
                "provider:jamendo",
                "none",
                null,
                null,
                null,
                null,
                null,
                7L);
        Project project = service.engine().create(request, null);
        assertThat(service.engine().awaitSettled(project.id(), 240_000)).isTrue();
        Project done = service.engine().project(project.id());
        assertThat(done.status()).as("%s", done.error()).isEqualTo(ProjectStatus.COMPLETED);
        return done;
    }

    /** Every attribute of every bean that an operator sees, and the routes as they can be dumped. */
    private void hawtio() throws IOException, InterruptedException {
        Console admin = new Console("http://127.0.0.1:" + service.port());
        assertThat(admin.login("admin", PASSWORD)).isEqualTo(200);
        JsonNode beans = Json.MAPPER.readTree(admin.post("/hawtio/jolokia", Map.of("type", "search", "mbean", "*:*"))
                .body());
        assertThat(beans.path("value")).hasSizeGreaterThan(100);
        for (JsonNode bean : beans.path("value")) {
            shown.add(admin.post("/hawtio/jolokia", Map.of("type", "read", "mbean", bean.asText()))
                    .body());
            if (bean.asText().startsWith("org.apache.camel:") && bean.asText().contains("type=context")) {
                JsonNode routes = admin.execute(bean.asText(), "dumpRoutesAsXml(boolean)", true);
                assertThat(routes.path("value").asText()).contains("media-pexels");
                shown.add(routes.toString());
            }
        }
    }

    private void rest(String project) throws IOException, InterruptedException {
        String token;
        try (Database database = Database.open(settings.database().url(), null, null)) {
            token = new Tokens(database.dataSource(), Clock.systemUTC()).create("reader", Scope.READ, null);
        }
        HttpClient client = HttpClient.newHttpClient();
        for (String path : List.of(
                "/projects",
                "/projects/" + project,
                "/projects/" + project + "/files",
                "/projects/" + project + "/files/report.json",
                "/media/search?q=bees",
                "/voices",
                "/costs")) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + "/api/v1" + path))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            shown.add(answer.body());
        }
    }
}
