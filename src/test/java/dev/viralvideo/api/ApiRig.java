package dev.viralvideo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.Wiring;
import dev.viralvideo.config.Settings;
import dev.viralvideo.json.Json;
import dev.viralvideo.ops.Service;
import dev.viralvideo.project.Database;
import dev.viralvideo.project.DeadLetter;
import dev.viralvideo.project.DeadLetters;
import dev.viralvideo.project.Steering;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * A service with its API on a free port. It works on the video stage only, so that projects stay where the test puts
 * them. Every answer that passes through here is held against the contract.
 */
final class ApiRig implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Map<String, String> SETTINGS =
            Map.of("vvg.stages", "video", "vvg.web.port", "0", "vvg.online", "false", "vvg.api.rate", "100000/s");

    final Path home;
    final Settings settings;
    final Service service;
    final String reader;
    final String writer;
    final Tokens tokens;
    final Contract contract = Contract.read();

    private final Database database;
    private final Jdbi jdbi;
    private final Schemas schemas = new Schemas(contract);
    private final HttpClient client = HttpClient.newHttpClient();

    ApiRig(Path home, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(SETTINGS);
        all.putAll(more);
        this.home = home;
        this.settings = Settings.load(Path.of("").toAbsolutePath(), home, Map.of(), all);
        this.service = Wiring.serve(settings);
        this.database = Database.open(settings.database().url(), null, null);
        this.jdbi = Jdbi.create(database.dataSource());
        this.tokens = new Tokens(database.dataSource(), Clock.systemUTC());
        this.reader = tokens.create("reader", Scope.READ, null);
        this.writer = tokens.create("writer", Scope.WRITE, null);
    }

    int port() {
        return service.port();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + contract.base() + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).header("Authorization", "Bearer " + writer);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    /** @param headers names and values in turn */
    HttpResponse<String> post(String path, String json, String... headers) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(json));
        request.header("Content-Type", "application/json");
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(HttpRequest.Builder builder) {
        try {
            HttpRequest request = builder.build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            keepsContract(request, response);
            return response;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The status is documented for the operation, and the body is what is documented for the status. */
    private void keepsContract(HttpRequest request, HttpResponse<String> response) {
        String path = request.uri().getRawPath().substring(contract.base().length());
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        contract.operations().stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> operation.path().match(path).isPresent())
                .findFirst()
                .ifPresent(operation -> keepsContract(operation, response));
    }

    private void keepsContract(Operation operation, HttpResponse<String> response) {
        String where = operation.id() + " " + response.statusCode() + " " + response.body();
        String pointer = "/paths/" + Contract.escaped(operation.path().template()) + "/"
                + operation.method().toLowerCase(java.util.Locale.ROOT) + "/responses/" + response.statusCode();
        JsonNode documented = contract.document().at(pointer);
        assertThat(documented.isMissingNode()).as(where).isFalse();
        String at = documented.has("$ref") ? documented.path("$ref").asText().substring(1) : pointer;
        String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode content = contract.document().at(at + "/content");
        if (content.isMissingNode()) {
            assertThat(response.body()).as(where).isEmpty();
        } else if (content.has(type) && type.endsWith("json")) {
            JsonNode body = Json.read(response.body(), JsonNode.class);
            assertThat(schemas.check(at + "/content/" + Contract.escaped(type) + "/schema", body))
                    .as(where)
                    .isEmpty();
        } else {
            assertThat(content.has(type) || content.has("*/*"))
                    .as(where + " is " + type)
                    .isTrue();
        }
    }

    JsonNode json(HttpResponse<String> response) {
        return Json.read(response.body(), JsonNode.class);
    }

    String code(HttpResponse<String> response) {
        return json(response).path("code").asText();
    }

    /** A project on its own topic; its id. */
    String project() {
        HttpResponse<String> created = post("/projects", "{\"topic\":\"Facts about " + UUID.randomUUID() + "\"}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(202);
        return json(created).path("id").asText();
    }

    /** Something that another node did and published. */
    void happens(String project, String event) {
        happens(project, event, Instant.now().toEpochMilli());
    }

    private void happens(String project, String event, Long published) {
        String id = UUID.randomUUID().toString();
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        insert into outbox (event_id, project_id, name, payload, created_at, published_at)
                        values (:id, :project, :name, :payload, :now, :published)
                        """)
                .bind("id", id)
                .bind("project", project)
                .bind("name", event)
                .bind("payload", "{\"eventId\":\"" + id + "\"}")
                .bind("now", Instant.now().toEpochMilli())
                .bind("published", published)
                .execute());
    }

    /** As if another node had finished, failed or cancelled it. */
    void ends(String project, String status, Path output) {
        close(project, status, output);
        happens(project, finalEvent(status));
    }

    /** Likewise, and the event has yet to be published. */
    void endsUnpublished(String project, String status) {
        close(project, status, null);
        happens(project, finalEvent(status), null);
    }

    private static String finalEvent(String status) {
        return status.equals("COMPLETED") ? "project.completed" : "error.occurred";
    }

    private void close(String project, String status, Path output) {
        jdbi.useTransaction(h -> {
            h.execute(
                    "update project_state set status = ?, output_path = ? where id = ?",
                    status,
                    output == null ? null : output.toString(),
                    project);
            h.execute(
                    "update stage_state set state = ? where project_id = ?",
                    status.equals("COMPLETED") ? "DONE" : "FAILED",
                    project);
        });
    }

    /** A column of a project. */
    String value(String project, String column) {
        return jdbi.withHandle(h -> h.createQuery("select " + column + " from project_state where id = :id")
                .bind("id", project)
                .mapTo(String.class)
                .one());
    }

    /** Why callbacks of this project were given up. */
    List<String> deadCallbacks(String project) {
        return dead().list(0, 100).stream()
                .filter(letter -> letter.payload().contains(project))
                .map(DeadLetter::reason)
                .toList();
    }

    void replayDead(String project) {
        dead().list(0, 100).stream()
                .filter(letter -> letter.payload().contains(project))
                .forEach(letter -> dead().replay(letter.id()));
    }

    private DeadLetters dead() {
        return new DeadLetters(database, Clock.systemUTC(), new Steering(database, Clock.systemUTC()), letter -> {});
    }

    long rows(String table, String project) {
        return jdbi.withHandle(h -> h.createQuery("select count(*) from " + table + " where project_id = :id")
                .bind("id", project)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        database.close();
        service.drain(Duration.ZERO);
        service.close();
    }
}
