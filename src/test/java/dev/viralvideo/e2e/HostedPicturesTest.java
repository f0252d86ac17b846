package dev.viralvideo.e2e;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.viralvideo.Wiring;
import dev.viralvideo.config.Settings;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.intake.Request;
import dev.viralvideo.json.Json;
import dev.viralvideo.keys.KeyName;
import dev.viralvideo.keys.KeyStore;
import dev.viralvideo.keys.Secret;
import dev.viralvideo.pipeline.Engine;
import dev.viralvideo.project.Project;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.video.Footage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole video whose pictures come from stand-ins for the hosted providers, some of which misbehave. */
class HostedPicturesTest {
    private static final String KEY = "stand-in-pexels-key-0123456789";

    @TempDir
    private Path home;

    private WireMockServer server;

    @BeforeEach
    void startServer() {
        server = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void thePicturesAndTheCreditsAreTheProvidersAndASecondRunAsksNobody() throws Exception {
        serveMedia();
        serve("/pexels/videos/search", "pexels");
        server.stubFor(get(urlPathEqualTo("/pexels/search")).willReturn(json("{\"photos\":[]}")));
        serve("/openverse/v1/images/", "openverse");
        server.stubFor(
                get(urlPathEqualTo("/pixabay/videos/")).willReturn(aResponse().withStatus(500)));
        new KeyStore(home.resolve("data/keys"), null).set(new KeyName("pexels"), new Secret(KEY));
        new KeyStore(home.resolve("data/keys"), null).set(new KeyName("pixabay"), new Secret("stand-in-pixabay-key-1"));

        Path first = make();
        JsonNode report = Json.MAPPER.readTree(first.resolve("report.json").toFile());

        assertThat(values(report, "provider")).contains("pexels", "openverse").doesNotContain("backdrop");
        assertThat(values(report, "id")).doesNotHaveDuplicates();
        assertThat(report.path("segments")).allSatisfy(segment -> assertThat(
                        segment.path("score").path("parts").fieldNames())
                .toIterable()
                .contains("relevance", "orientation", "resolution", "length", "motion", "freshness"));
        assertThat(report.path("skipped").toString())
                .contains("pexels:910009", "404", "nearly the same picture as pexels:910001");
        assertThat(report.path("degradations").toString()).contains("pictures: pixabay");
        assertThat(report.path("licence").asText()).contains("CC BY-SA 2.0");
        String credits = Files.readString(first.resolve("credits.md"));
        assertThat(credits)
                .contains("Ada Example", "on Pexels", "Cara Example", "CC BY-SA 2.0", "shared alike", "were changed");
        assertThat(Json.MAPPER
                        .readTree(first.resolve("metadata.json").toFile())
                        .path("credits")
                        .toString())
                .contains("Video by Ada Example on Pexels", "creativecommons.org/licenses/by-sa/2.0");
        assertThat(Files.readString(first.resolve("report.json"))).doesNotContain(KEY);

        server.stubFor(get(urlPathEqualTo("/pixabay/videos/"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"hits\":[]}")));
        theKeyWentOnlyToItsApi();
        server.resetRequests();
        Path second = make();

        assertThat(server.getAllServeEvents())
                .extracting(event -> event.getRequest().getUrl())
                .filteredOn(url -> !url.startsWith("/pixabay"))
                .isEmpty();
        JsonNode again = Json.MAPPER.readTree(second.resolve("report.json").toFile());
        assertThat(values(again, "id")).isEqualTo(values(report, "id"));
    }

    private void theKeyWentOnlyToItsApi() {
        assertThat(server.getAllServeEvents())
                .allSatisfy(event -> assertThat(event.getRequest().containsHeader("Authorization"))
                        .isEqualTo(event.getRequest().getUrl().startsWith("/pexels/")));
    }

    private Path make() throws InterruptedException {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "vvg.provider.pexels.base",
                server.url("/pexels"),
                "vvg.provider.openverse.base",
                server.url("/openverse"),
                "vvg.provider.pixabay.base",
                server.url("/pixabay"),
                "vvg.provider.wikimedia-commons.enabled",
                "false",
                "vvg.provider.pixabay.attempts",
                "1",
                "vvg.http.allow",
                "localhost:" + server.port(),
                "vvg.video.preset",
                "ultrafast",
                "vvg.script.writers",
                "own"));
        try (Engine engine = Wiring.command(Settings.load(Path.of("").toAbsolutePath(), home, Map.of(), settings))) {
            Request request = new Request(
                    "Lighthouses in a storm",
                    "quote",
                    null,
                    null,
                    Aspect.SQUARE,
                    6.0,
                    "none",
                    "none",
                    List.of("Lighthouses warn ships of rocks.", "Storms throw waves over a lighthouse."),
                    null,
                    null,
                    null,
                    null,
                    3L);
            Project project = engine.create(request, null);
            assertThat(engine.awaitSettled(project.id(), 120_000)).isTrue();
            Project done = engine.project(project.id());
            assertThat(done.status()).as(done.error()).isEqualTo(ProjectStatus.COMPLETED);
            return Path.of(done.outputPath());
        }
    }

    private static List<String> values(JsonNode report, String field) {
        return StreamSupport.stream(report.path("segments").spliterator(), false)
                .map(segment -> segment.path(field).asText())
                .toList();
    }

    private void serve(String path, String provider) throws IOException {
        String body = Files.readString(Path.of("src/test/resources/stand-ins/e2e", provider + ".json"))
                .replace("@BASE@", "http://localhost:" + server.port());
        server.stubFor(get(urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(body)));
    }

    private void serveMedia() throws IOException {
        Path folder = Files.createDirectories(home.resolve("made"));
        serveFile("/media/a.mp4", Footage.video(folder.resolve("a.mp4"), "testsrc2=s=1080x1080:r=25", 6), "video/mp4");
        serveFile(
                "/media/b.mp4",
                Footage.video(folder.resolve("b.mp4"), "testsrc2=s=720x720:r=25,hue=b=0.4", 6),
                "video/mp4");
        serveFile("/media/c.jpg", Footage.still(folder.resolve("c.jpg"), "mandelbrot=s=1200x1200"), "image/jpeg");
        serveFile("/media/d.jpg", Footage.still(folder.resolve("d.jpg"), "smptehdbars=s=1200x1200"), "image/jpeg");
        serveFile(
                "/media/e.mp4",
                Footage.video(folder.resolve("e.mp4"), "gradients=s=1080x1080:r=25:seed=5:n=4", 6),
                "video/mp4");
        server.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)));
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    private void serveFile(String path, Path file, String type) throws IOException {
        server.stubFor(get(urlPathEqualTo(path))
                .willReturn(aResponse().withHeader("Content-Type", type).withBody(Files.readAllBytes(file))));
    }
}
