package dev.viralvideo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.json.Json;
import dev.viralvideo.script.Script;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RendersApiTest {
    private static final String COMPOSITION =
            """
            {"title":"Street food of Lisbon","aspect":"1:1","music":"none","hashtags":["lisbon"],"segments":[
              {"narration":"Lisbon smells of grilled sardines","title":"Sardines","media":["lisbon/sardines.jpg"]},
              {"narration":"And of warm custard tarts.","title":"Custard tarts","search":["custard tart","pastry"]}]}
            """;

    @TempDir
    static Path home;

    private static ApiRig api;

    @BeforeAll
    static void start() {
        api = new ApiRig(home, Map.of());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void aCompositionGoesStraightToPicturesAndSound() {
        HttpResponse<String> created = api.post("/renders", COMPOSITION);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(202);
        String id = api.json(created).path("id").asText();
        assertThat(created.headers().firstValue("Location")).hasValue("/api/v1/renders/" + id);
        JsonNode render = api.json(api.get("/renders/" + id));
        assertThat(render.path("status").asText()).isEqualTo("SOURCING");
        assertThat(render.path("stages").findValuesAsText("state"))
                .containsExactly("DONE", "READY", "READY", "WAITING");
        Script script = Json.read(api.value(id, "script"), Script.class);
        assertThat(script.title()).isEqualTo("Street food of Lisbon");
        assertThat(script.hashtags()).containsExactly("lisbon");
        assertThat(script.segments().get(0).narration()).isEqualTo("Lisbon smells of grilled sardines.");
        assertThat(script.segments().get(0).media()).containsExactly("lisbon/sardines.jpg");
        assertThat(script.segments().get(1).media()).isNull();
        assertThat(script.segments().get(1).searchTerms()).isEqualTo(List.of("custard tart", "pastry"));
    }

    @Test
    void theSameKeyMakesOneRender() {
        JsonNode first = api.json(api.post("/renders", COMPOSITION, "Idempotency-Key", "lisbon"));
        HttpResponse<String> again = api.post("/renders", COMPOSITION, "Idempotency-Key", "lisbon");

        assertThat(api.json(again).path("id")).isEqualTo(first.path("id"));
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    }

    @Test
    void aCompositionThatCannotBeRenderedIsRefused() {
        Map<String, String> refused = Map.of(
                "{\"title\":\"x\",\"segments\":[]}", "BAD_FIELD",
                "{\"title\":\"x\",\"segments\":[{\"narration\":\"A.\"}]}", "BAD_FIELD",
                "{\"title\":\"\",\"segments\":[{\"narration\":\"A.\",\"title\":\"A\"}]}", "TOPIC_EMPTY",
                "{\"title\":\"x\",\"segments\":[{\"narration\":\"★\",\"title\":\"A\"}]}", "BAD_SCRIPT",
                "{\"title\":\"x\",\"segments\":[{\"narration\":\"A.\",\"title\":\"A\",\"media\":[\"../x\"]}]}",
                        "BAD_FIELD",
                "{\"title\":\"x\",\"segments\":[{\"narration\":\"A.\",\"title\":\"A\",\"colour\":1}]}", "UNKNOWN_FIELD",
                "{\"title\":\"x\",\"template\":\"nope\",\"segments\":[{\"narration\":\"A.\",\"title\":\"A\"}]}",
                        "UNKNOWN_TEMPLATE");
        refused.forEach((body, code) -> {
            HttpResponse<String> answer = api.post("/renders", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(api.code(answer)).as(body + answer.body()).isEqualTo(code);
        });
    }

    @Test
    void theOutputIsThereWhenTheRenderIsDone() throws IOException {
        String id = api.json(api.post("/renders", COMPOSITION)).path("id").asText();
        HttpResponse<String> early = api.get("/renders/" + id + "/output");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(api.code(early)).isEqualTo("NOT_FINISHED");
        Path folder = Files.createDirectories(home.resolve("output").resolve(id));
        Files.writeString(folder.resolve("video.mp4"), "moving pictures");
        api.ends(id, "COMPLETED", folder);

        assertThat(api.get("/renders/" + id + "/output").body()).isEqualTo("moving pictures");
        assertThat(api.send(api.request("/renders/" + id + "/output").header("Range", "bytes=99-"))
                        .statusCode())
                .isEqualTo(416);
    }
}
