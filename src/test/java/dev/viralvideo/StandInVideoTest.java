package dev.viralvideo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.viralvideo.audio.AudioTracks;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From topic to package with the words, the pictures and the voice of stand-ins, and what happens when they fall away. */
class StandInVideoTest {
    private static final String KEY = "sk-for-the-stand-in-0123";

    /** Five moving pictures that nobody takes for another, each in colours of its own: which of red, green and blue. */
    private static final List<String> SOURCES = List.of("testsrc2", "mandelbrot", "sierpinski", "cellauto", "life");

    private static final List<String> COLOURS = List.of("r", "g", "b", "rg", "rb");

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
    void words_pictures_voice_and_credits_are_those_of_the_stand_ins_and_a_second_run_asks_nobody() throws Exception {
        answersChat(StandIn.draft().toString());
        server.stubFor(post(urlPathMatching(".*/audio/speech"))
                .willReturn(aResponse().withHeader("Content-Type", "audio/wav").withBody(StandIn.wav(3.6))));
        servePictures();
        Path first;
        try (ProviderRig rig = rig()) {
            Project project = made(rig.running.engine(), StandIn.TOPIC, "openai-speech:nova");
            first = Path.of(project.outputPath());
            assertThat(first.resolve("video.mp4")).isNotEmptyFile();
            theWordsAreTheirs(first);
            theVoiceIsTheirs(project);
            thePicturesAreTheirs(first);
            theCreditsAreTheirs(first);
            assertThat(rig.running.providers().ledger.entries(project.id()))
                    .extracting(entry -> entry.provider())
                    .contains("openai", "openai-speech");
        }
        server.resetRequests();
        try (ProviderRig another = rig()) {
            Project again = made(another.running.engine(), StandIn.TOPIC, "openai-speech:nova");
            assertThat(server.getAllServeEvents())
                    .extracting(ServeEvent::getRequest)
                    .as("a second run, of another process, asks nobody")
                    .isEmpty();
            Path second = Path.of(again.outputPath());
            assertThat(files(report(second))).isEqualTo(files(report(first)));
            assertThat(report(second).at("/cost/amount").decimalValue()).isZero();
            assertThat(report(second).at("/cost/cached").asInt()).isEqualTo(6);
        }
    }

    private static void theWordsAreTheirs(Path output) throws IOException {
        String script = Files.readString(output.resolve("script.json"));
        String captions = Files.readString(output.resolve("captions.srt")).replaceAll("\\s+", " ");
        for (JsonNode item : StandIn.draft().path("items")) {
            String said = item.path("narration").asText();
            assertThat(script).contains(said);
            assertThat(captions).contains(said.split(" ")[2] + " " + said.split(" ")[3]);
        }
        assertThat(report(output).path("writer").asText()).isEqualTo("openai");
    }

    /** The stand-in's sound is a tone of 3.6 s, whatever the text: no other voice speaks like that. */
    private static void theVoiceIsTheirs(Project project) throws IOException {
        Path output = Path.of(project.outputPath());
        assertThat(report(output).path("voice").asText()).isEqualTo("openai-speech:nova");
        assertThat(Json.read(project.audioTracks(), AudioTracks.class).segments())
                .allSatisfy(segment -> assertThat(segment.speech().seconds()).isBetween(3.2, 3.9));
        assertThat(report(output).path("degradations").toString())
                .contains("estimated from the sound")
                .doesNotContain("failed");
    }

    private static void thePicturesAreTheirs(Path output) throws IOException {
        JsonNode segments = report(output).path("segments");
        assertThat(segments).hasSize(5);
        Set<String> shown = new HashSet<>();
        for (JsonNode segment : segments) {
            assertThat(segment.path("provider").asText()).isEqualTo("pexels");
            int picture = segment.path("id").asInt() - 930_000;
            shown.add(COLOURS.get(picture));
            double middle =
                    (segment.path("start").asDouble() + segment.path("end").asDouble()) / 2;
            assertThat(colours(output.resolve("video.mp4"), (int) (middle * 30)))
                    .as("segment %s", segment.path("index"))
                    .isEqualTo(COLOURS.get(picture));
        }
        assertThat(shown).hasSize(5);
    }

    /** Which of red, green and blue there is in the lowest rows, where nothing is drawn over the picture. */
    private static String colours(Path video, int frame) {
        int[] rows = Footage.colours(video, frame, 1, 20);
        int[] lowest = {rows[57], rows[58], rows[59]};
        int most = Math.max(lowest[0], Math.max(lowest[1], lowest[2]));
        StringBuilder present = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            present.append(lowest[i] * 2 > most ? "rgb".charAt(i) : "");
        }
        return present.toString();
    }

    private static void theCreditsAreTheirs(Path output) throws IOException {
        String credits = Files.readString(output.resolve("credits.md"));
        for (int i = 0; i < SOURCES.size(); i++) {
            assertThat(credits).contains("Author " + i, "https://www.pexels.com/video/lighthouse-by-the-sea-93000" + i);
        }
        assertThat(credits).contains("Pexels License", "The voice is AI-generated");
        assertThat(Files.readString(output.resolve("metadata.json")))
                .contains("Video by Author 0 on Pexels", "The voice is AI-generated");
        assertThat(report(output).toString()).doesNotContain(KEY);
    }

    @Test
    void a_provider_that_is_down_does_not_keep_the_video_from_being_made() throws Exception {
        server.stubFor(any(urlPathMatching(".*")).willReturn(aResponse().withStatus(503)));
        try (ProviderRig rig = rig()) {
            Project project = made(rig.running.engine(), "3 facts about honey bees", "openai-speech");

            Path output = Path.of(project.outputPath());
            assertThat(report(output).path("degradations").toString())
                    .contains("the script writer 'openai' failed")
                    .contains("pictures: pexels: has trouble")
                    .contains("the voice 'openai-speech' failed")
                    .contains("'cmu-slt-hsmm' spoke instead");
            assertThat(report(output).path("voice").asText()).isEqualTo("cmu-slt-hsmm");
            assertThat(report(output).at("/cost/amount").decimalValue()).isZero();
        }
    }

    @Test
    void providers_that_fall_away_in_the_middle_leave_one_voice_and_what_they_gave() throws Exception {
        answersChat("Sure! Lighthouses are nice.");
        server.stubFor(post(urlPathMatching(".*/audio/speech"))
                .inScenario("voice")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("down")
                .willReturn(aResponse().withBody(StandIn.wav(3.6))));
        server.stubFor(post(urlPathMatching(".*/audio/speech"))
                .inScenario("voice")
                .whenScenarioStateIs("down")
                .willReturn(aResponse()
                        .withStatus(429)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"error\":{\"message\":\"You exceeded your current quota\","
                                + "\"code\":\"insufficient_quota\"}}")));
        servePictures();
        server.stubFor(get(urlPathMatching("/media/[1-4].mp4"))
                .atPriority(1)
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html")
                        .withBody("<!doctype html><title>Gone</title>")));
        try (ProviderRig rig = rig()) {
            Project project = made(rig.running.engine(), "3 facts about honey bees", "openai-speech");

            JsonNode report = report(Path.of(project.outputPath()));
            assertThat(report.path("voice").asText()).as("nobody is cut short").isEqualTo("cmu-slt-hsmm");
            assertThat(report.path("degradations").toString())
                    .contains("gave no usable script in 3 tries")
                    .contains("says that the allowance is used up")
                    .contains("You exceeded your current quota");
            assertThat(report.path("skipped").toString()).contains("pexels:930001", "an HTML page");
            assertThat(report.path("segments").findValuesAsText("provider")).contains("backdrop");
        }
    }

    private void answersChat(String text) {
        server.stubFor(
                post(urlPathMatching(".*/chat/completions")).willReturn(json(StandIn.script("script-openai", text))));
    }

    /** Five clips, of 540 pixels a side, that all answer to the script's and to the bees' search terms. */
    private void servePictures() throws IOException {
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        ArrayNode videos = found.putArray("videos");
        Path folder = Files.createDirectories(home.resolve("made"));
        for (int i = 0; i < SOURCES.size(); i++) {
            String tint = String.format(
                    "rr=%d:gg=%d:bb=%d",
                    COLOURS.get(i).contains("r") ? 1 : 0,
                    COLOURS.get(i).contains("g") ? 1 : 0,
                    COLOURS.get(i).contains("b") ? 1 : 0);
            // grey and bright first, then only the colours that it is known by
            Path clip = Footage.video(
                    folder.resolve(i + ".mp4"),
                    SOURCES.get(i) + "=s=540x540:r=25,format=gbrp,hue=s=0,lutrgb=r=128+val/2:g=128+val/2:b=128+val/2,"
                            + "colorchannelmixer=" + tint,
                    6);
            server.stubFor(get(urlPathEqualTo("/media/" + i + ".mp4"))
                    .willReturn(
                            aResponse().withHeader("Content-Type", "video/mp4").withBody(Files.readAllBytes(clip))));
            ObjectNode video = videos.addObject();
            video.put("id", 930_000 + i).put("width", 540).put("height", 540).put("duration", 6);
            video.put("url", "https://www.pexels.com/video/lighthouse-by-the-sea-93000" + i + "/");
            video.putArray("tags").add("honey bee").add("lighthouse");
            video.putObject("user").put("name", "Author " + i).put("url", "https://www.pexels.com/@author-" + i);
            video.putArray("video_files")
                    .addObject()
                    .put("id", i)
                    .put("file_type", "video/mp4")
                    .put("width", 540)
                    .put("height", 540)
                    .put("link", "http://localhost:" + server.port() + "/media/" + i + ".mp4");
        }
        server.stubFor(get(urlPathEqualTo("/pexels/videos/search")).willReturn(json(found.toString())));
        server.stubFor(get(urlPathEqualTo("/pexels/search")).willReturn(json("{\"photos\":[]}")));
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    private static JsonNode report(Path output) throws IOException {
        return Json.MAPPER.readTree(output.resolve("report.json").toFile());
    }

    private static List<String> files(JsonNode report) {
        return report.path("inputs").findValuesAsText("sha256");
    }

    private ProviderRig rig() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "vvg.provider.openai.base",
                "http://127.0.0.1:" + server.port() + "/v1",
                "vvg.provider.openai.attempts",
                "1",
                "vvg.provider.openai-speech.base",
                "http://127.0.0.1:" + server.port() + "/v1",
                "vvg.provider.openai-speech.attempts",
                "1",
                "vvg.provider.pexels.base",
                "http://127.0.0.1:" + server.port() + "/pexels",
                "vvg.provider.pexels.attempts",
                "1",
                "vvg.http.allow",
                "localhost:" + server.port(),
                "vvg.video.preset",
                "ultrafast"));
        return ProviderRig.start(home, Map.of("openai", KEY, "pexels", KEY), settings);
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
