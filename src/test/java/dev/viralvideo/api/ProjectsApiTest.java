package dev.viralvideo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectsApiTest {
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
    void aTopicBecomesAProjectThatCanBeAskedFor() {
        HttpResponse<String> created = api.post(
                "/projects",
                "{\"topic\":\" Why bees dance \",\"aspect\":\"16:9\",\"points\":[\"They do.\"],\"seed\":7}");

        assertThat(created.statusCode()).isEqualTo(202);
        String location = created.headers().firstValue("Location").orElseThrow();
        assertThat(location)
                .isEqualTo("/api/v1/projects/" + api.json(created).path("id").asText());
        JsonNode project = api.json(api.get(location.substring("/api/v1".length())));
        assertThat(project.path("topic").asText()).isEqualTo("Why bees dance");
        assertThat(project.path("status").asText()).isEqualTo("QUEUED");
        assertThat(project.path("stages")).hasSize(4);
    }

    @Test
    void aRequestThatBreaksARuleIsRefusedWithItsCode() {
        Map<String, String> refused = Map.ofEntries(
                Map.entry("{}", "BAD_FIELD"),
                Map.entry("{\"topic\":\"\"}", "TOPIC_EMPTY"),
                Map.entry("{\"topic\":\"" + "b".repeat(200) + "\"}", "TOPIC_TOO_LONG"),
                Map.entry("{\"topic\":\"<script>x\"}", "TOPIC_SCRIPT_LIKE"),
                Map.entry("{\"topic\":\"a\\u0007b\"}", "TOPIC_CONTROL_CHARACTER"),
                Map.entry("{\"topic\":\"Bees\",\"template\":\"nope\"}", "UNKNOWN_TEMPLATE"),
                Map.entry("{\"topic\":\"Bees\",\"voice\":\"nope\"}", "UNKNOWN_VOICE"),
                Map.entry("{\"topic\":\"Bees\",\"music\":\"nope\"}", "UNKNOWN_MUSIC"),
                Map.entry("{\"topic\":\"Bees\",\"captions\":\"nope\"}", "UNKNOWN_CAPTION_STYLE"),
                Map.entry("{\"topic\":\"Bees\",\"captions\":\"../../x\"}", "BAD_FIELD"),
                Map.entry("{\"topic\":\"Bees\",\"media\":[\"../../etc/passwd\"]}", "BAD_FIELD"),
                Map.entry("{\"topic\":\"Bees\",\"callback\":\"file:///etc/passwd\"}", "BAD_FIELD"),
                Map.entry("{\"topic\":\"Bees\",\"duration\":1}", "BAD_FIELD"),
                Map.entry("{\"topic\":\"Bees\",\"priority\":\"4\"}", "BAD_FIELD"),
                Map.entry("{\"topic\":7}", "BAD_FIELD"),
                Map.entry("[]", "BAD_FIELD"),
                Map.entry("{\"topic\":\"Bees\",\"topics\":\"x\"}", "UNKNOWN_FIELD"));
        refused.forEach((body, code) -> {
            HttpResponse<String> answer = api.post("/projects", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(api.code(answer)).as(body + answer.body()).isEqualTo(code);
        });
    }

    @Test
    void aBatchIsStoredAsAWholeOrNotAtAll() {
        HttpResponse<String> refused = api.post(
                "/projects/batch",
                "{\"projects\":[{\"topic\":\"Batch one\"},{\"topic\":\"\"},{\"topic\":\"<script\"}]}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(api.json(refused).path("errors")).hasSize(2);
        assertThat(api.json(refused).at("/errors/0/at").asText()).isEqualTo("/projects/1");
        assertThat(api.get("/projects?limit=100").body()).doesNotContain("Batch one");

        String batch = "{\"projects\":[{\"topic\":\"Batch one\"},{\"topic\":\"Batch two\"}]}";
        JsonNode first = api.json(api.post("/projects/batch", batch, "Idempotency-Key", "batch"));
        JsonNode again = api.json(api.post("/projects/batch", batch, "Idempotency-Key", "batch"));

        assertThat(first.path("projects")).hasSize(2);
        assertThat(again).isEqualTo(first);
    }

    @Test
    void theSameKeyMakesOneProjectHoweverManyAsk() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(50);
        Callable<HttpResponse<String>> post =
                () -> api.post("/projects", "{\"topic\":\"One of fifty\"}", "Idempotency-Key", "fifty");
        Set<String> ids = new HashSet<>();
        int replayed = 0;
        for (Future<HttpResponse<String>> answer : clients.invokeAll(java.util.Collections.nCopies(50, post))) {
            assertThat(answer.get().statusCode()).isEqualTo(202);
            ids.add(api.json(answer.get()).path("id").asText());
            replayed +=
                    answer.get().headers().firstValue("Idempotency-Replayed").isPresent() ? 1 : 0;
        }
        clients.shutdown();

        assertThat(ids).hasSize(1);
        assertThat(replayed).isEqualTo(49);
    }

    @Test
    void aKeyBelongsToItsRequestAndToItsToken() {
        String first = api.json(api.post("/projects", "{\"topic\":\"Keyed\"}", "Idempotency-Key", "k"))
                .path("id")
                .asText();

        HttpResponse<String> other = api.post("/projects", "{\"topic\":\"Another\"}", "Idempotency-Key", "k");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(api.code(other)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        String stranger = api.tokens.create("stranger", Scope.WRITE, null);
        HttpResponse<String> theirs = api.send(java.net.http.HttpRequest.newBuilder(api.uri("/projects"))
                .headers("Authorization", "Bearer " + stranger, "Content-Type", "application/json")
                .header("Idempotency-Key", "k")
                .POST(BodyPublishers.ofString("{\"topic\":\"Keyed\"}")));
        assertThat(theirs.statusCode()).isEqualTo(202);
        assertThat(api.json(theirs).path("id").asText()).isNotEqualTo(first);
    }

    @Test
    void projectsAreListedNewestFirstInPages() {
        List<String> created = new ArrayList<>(List.of(api.project(), api.project(), api.project()));
        api.ends(created.get(1), "FAILED", null);

        JsonNode first = api.json(api.get("/projects?limit=2"));
        JsonNode second =
                api.json(api.get("/projects?limit=2&page=" + first.path("next").asText()));

        assertThat(first.path("projects").findValuesAsText("id")).containsExactly(created.get(2), created.get(1));
        assertThat(second.at("/projects/0/id").asText()).isEqualTo(created.get(0));
        assertThat(api.json(api.get("/projects?status=FAILED")).path("projects").findValuesAsText("id"))
                .contains(created.get(1))
                .doesNotContain(created.get(0));
        for (String query : List.of("limit=0", "limit=101", "limit=x", "status=NEW", "page=../..", "limit=1&limit=2")) {
            assertThat(api.get("/projects?" + query).statusCode()).as(query).isEqualTo(400);
        }
    }

    @Test
    void aProjectIsCancelledForGoodAndThenDeleted() {
        String id = api.project();
        assertThat(api.code(api.delete("/projects/" + id))).isEqualTo("PROJECT_RUNNING");
        assertThat(api.code(api.post("/projects/" + id + "/retry", ""))).isEqualTo("PROJECT_RUNNING");

        assertThat(api.json(api.post("/projects/" + id + "/cancel", ""))
                        .path("status")
                        .asText())
                .isEqualTo("CANCELLED");
        assertThat(api.code(api.post("/projects/" + id + "/retry", ""))).isEqualTo("PROJECT_CANCELLED");
        assertThat(api.delete("/projects/" + id).statusCode()).isEqualTo(204);
        assertThat(api.get("/projects/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aProjectThatHasEndedIsRetriedFromAStage() {
        String failed = api.project();
        api.ends(failed, "FAILED", null);
        assertThat(api.code(api.post("/projects/" + failed + "/retry?from=VIDEO", "")))
                .isEqualTo("STAGE_NOT_REACHED");
        assertThat(api.post("/projects/" + failed + "/retry?from=video", "").statusCode())
                .isEqualTo(400);

        HttpResponse<String> retried = api.post("/projects/" + failed + "/retry?from=SCRIPT", "");

        assertThat(retried.statusCode()).isEqualTo(202);
        assertThat(api.json(retried).path("status").asText()).isEqualTo("QUEUED");
        String done = api.project();
        api.ends(done, "COMPLETED", home.resolve("output/none"));
        assertThat(api.code(api.post("/projects/" + done + "/retry", ""))).isEqualTo("PROJECT_COMPLETED");
    }

    @Test
    void theFilesOfAFinishedProjectAreGivenOutWholeOrInPart() throws IOException {
        String id = finished("0123456789");
        String file = "/projects/" + id + "/files/video.mp4";
        assertThat(api.json(api.get("/projects/" + id + "/files"))
                        .at("/files/0/bytes")
                        .asInt())
                .isEqualTo(10);

        HttpResponse<String> whole = api.get(file);
        String tag = whole.headers().firstValue("ETag").orElseThrow();

        assertThat(whole.body()).isEqualTo("0123456789");
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("video/mp4");
        assertThat(whole.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        Map<String, String> parts = Map.of(
                "bytes=0-3",
                "0123",
                "bytes=4-",
                "456789",
                "bytes=-2",
                "89",
                "bytes=8-99",
                "89",
                "bytes=-99",
                "0123456789");
        parts.forEach((range, part) -> {
            HttpResponse<String> answer = api.send(api.request(file).header("Range", range));
            assertThat(answer.statusCode()).as(range).isEqualTo(206);
            assertThat(answer.body()).as(range).isEqualTo(part);
        });
        for (String range : List.of("bytes=10-", "bytes=99-100", "bytes=-0")) {
            assertThat(api.send(api.request(file).header("Range", range)).statusCode())
                    .as(range)
                    .isEqualTo(416);
        }
        for (String odd : List.of("bytes=0-1,3-4", "bytes=5-2", "lines=1-2", "bytes=-", "bytes=a-b")) {
            assertThat(api.send(api.request(file).header("Range", odd)).statusCode())
                    .as(odd)
                    .isEqualTo(200);
        }
        assertThat(api.send(api.request(file).header("If-None-Match", tag)).statusCode())
                .isEqualTo(304);
        assertThat(api.send(api.request(file).headers("Range", "bytes=0-1", "If-Range", tag))
                        .statusCode())
                .isEqualTo(206);
        assertThat(api.send(api.request(file).headers("Range", "bytes=0-1", "If-Range", "\"old\""))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> head = api.send(api.request(file).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.headers().firstValue("Content-Length")).hasValue("10");
        assertThat(head.body()).isEmpty();
    }

    @Test
    void noFileOutsideOfTheOutputFolderIsGivenOut() throws IOException {
        String id = finished("x");

        api.ends(id, "COMPLETED", home.resolve("data"));
        assertThat(api.get("/projects/" + id + "/files/vvg.db").statusCode()).isEqualTo(404);
        assertThat(api.json(api.get("/projects/" + id + "/files")).path("files"))
                .isEmpty();
    }

    @Test
    void deletingAProjectRemovesItsFilesAndNoOthers() throws IOException {
        String id = finished("x");
        String other = finished("y");

        assertThat(api.delete("/projects/" + id).statusCode()).isEqualTo(204);

        assertThat(home.resolve("output/" + id)).doesNotExist();
        assertThat(home.resolve("output/" + other + "/video.mp4")).exists();
    }

    private static String finished(String content) throws IOException {
        String id = api.project();
        Path folder = Files.createDirectories(home.resolve("output").resolve(id));
        Files.writeString(folder.resolve("video.mp4"), content);
        api.ends(id, "COMPLETED", folder);
        return id;
    }
}
