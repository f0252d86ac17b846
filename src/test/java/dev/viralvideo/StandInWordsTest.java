package dev.viralvideo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.intake.Request;
import dev.viralvideo.json.Json;
import dev.viralvideo.pipeline.Engine;
import dev.viralvideo.project.Project;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.video.Footage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From topic to package with the words and the voice of stand-ins, and what happens when they fall away. */
class StandInWordsTest {
    private static final String KEY = "sk-for-the-stand-in-0123";

    @TempDir
    private Path home;

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void words_pictures_voice_and_credits_are_those_of_the_stand_ins() throws Exception {
        server.stubFor(post(urlPathMatching(".*/chat/completions"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(
                                StandIn.script("script-openai", StandIn.draft().toString()))));
        server.stubFor(post(urlPathMatching(".*/audio/speech"))
                .willReturn(aResponse().withHeader("Content-Type", "audio/wav").withBody(StandIn.wav(3.6))));
        serveMedia();
        try (ProviderRig rig = rig()) {
            Project project = made(rig.running.engine(), StandIn.TOPIC, "openai-speech:nova");

            Path output = Path.of(project.outputPath());
            assertThat(output.resolve("video.mp4")).isNotEmptyFile();
            assertThat(Files.readString(output.resolve("script.json"))).contains("Keepers carried oil");
            assertThat(Files.readString(output.resolve("captions.srt")).replaceAll("\\s+", " "))
                    .contains("wick had to be trimmed");
            JsonNode report = Json.MAPPER.readTree(output.resolve("report.json").toFile());
            assertThat(report.path("degradations").toString())
                    .contains("estimated from the sound")
                    .doesNotContain("failed");
            assertThat(report.toString()).doesNotContain(KEY);
            assertThat(report.path("segments").findValuesAsText("provider")).contains("pexels");
            assertThat(Files.readString(output.resolve("credits.md"))).contains("Ada Example", "on Pexels");
            assertThat(rig.running.providers().ledger.entries(project.id()))
                    .extracting(entry -> entry.provider())
                    .contains("openai", "openai-speech");

            int asked = server.getAllServeEvents().size();
            made(rig.running.engine(), StandIn.TOPIC, "openai-speech:nova");
            assertThat(server.getAllServeEvents())
                    .as("a second run asks nobody")
                    .hasSize(asked);
        }
    }

    @Test
    void a_provider_that_is_down_does_not_keep_the_video_from_being_made() throws Exception {
        server.stubFor(any(urlPathMatching(".*")).willReturn(aResponse().withStatus(503)));
        try (ProviderRig rig = rig()) {
            Project project = made(rig.running.engine(), "3 facts about honey bees", "openai-speech");

            JsonNode report = Json.MAPPER.readTree(
                    Path.of(project.outputPath()).resolve("report.json").toFile());
            assertThat(report.path("degradations").toString())
                    .contains("the script writer 'openai' failed")
                    .contains("the voice 'openai-speech' failed")
                    .contains("'cmu-slt-hsmm' spoke instead");
        }
    }

    private void serveMedia() throws IOException {
        String found = Files.readString(Path.of("src/test/resources/stand-ins/e2e/pexels.json"))
                .replace("@BASE@", "http://localhost:" + server.port());
        server.stubFor(get(urlPathEqualTo("/pexels/videos/search"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(found)));
        server.stubFor(get(urlPathEqualTo("/pexels/search"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"photos\":[]}")));
        Path clip = Footage.video(
                Files.createDirectories(home.resolve("made")).resolve("a.mp4"), "testsrc2=s=1080x1080:r=25", 6);
        server.stubFor(get(urlPathEqualTo("/media/a.mp4"))
                .willReturn(aResponse().withHeader("Content-Type", "video/mp4").withBody(Files.readAllBytes(clip))));
    }

    private ProviderRig rig() {
        return ProviderRig.start(
                home,
                Map.of("openai", KEY, "pexels", KEY),
                Map.of(
                        "vvg.provider.openai.base", "http://127.0.0.1:" + server.port() + "/v1",
                        "vvg.provider.openai.attempts", "1",
                        "vvg.provider.openai-speech.base", "http://127.0.0.1:" + server.port() + "/v1",
                        "vvg.provider.openai-speech.attempts", "1",
                        "vvg.provider.pexels.base", "http://127.0.0.1:" + server.port() + "/pexels",
                        "vvg.http.allow", "localhost:" + server.port(),
                        "vvg.video.preset", "ultrafast"));
    }

    private static Project made(Engine engine, String topic, String voice) throws InterruptedException {
        Request request = new Request(
                topic, "listicle", "en", voice, Aspect.of("1:1"), 18.0, "none", null, null, null, null, null, null, 7L);
        Project project = engine.create(request, null);
        assertThat(engine.awaitSettled(project.id(), 240_000)).isTrue();
        Project done = engine.project(project.id());
        assertThat(done.status()).as("%s", done.error()).isEqualTo(ProjectStatus.COMPLETED);
        return done;
    }
}
