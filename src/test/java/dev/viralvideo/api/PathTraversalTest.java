package dev.viralvideo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.viralvideo.json.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that lead out of where they belong, in every parameter and every field that the contract has. */
class PathTraversalTest {
    private static final String SECRET = "the-secret-of-this-test";

    /** As they stand in a path, which no client of ours would send. */
    private static final List<String> IN_PATHS = List.of(
            "..",
            "%2e%2e",
            ".%2e",
            "..%2fsecret.txt",
            "%2e%2e%2f%2e%2e%2fsecret.txt",
            "..%252f..%252fsecret.txt",
            "..%5c..%5csecret.txt",
            "..;%2fsecret.txt",
            "....%2f%2fsecret.txt",
            "%2fetc%2fpasswd",
            "%c0%ae%c0%ae%c0%afsecret.txt",
            "secret.txt%00.mp4",
            "link.txt");

    private static final List<String> IN_VALUES = List.of(
            "../secret.txt", "../../secret.txt", "a/../../secret.txt", "..\\secret.txt", "/etc/passwd", "C:\\boot.ini");

    /** What people write, which names no file; all else is to be refused. */
    private static final Set<String> WORDS =
            Set.of("topic", "points", "script", "title", "description", "narration", "search", "text");

    @TempDir
    static Path home;

    private static ApiRig api;
    private static String finished;

    @BeforeAll
    static void start() throws IOException {
        api = new ApiRig(home, Map.of());
        Files.writeString(home.resolve("secret.txt"), SECRET);
        Path packages = Files.createDirectories(home.resolve("output"));
        Files.writeString(packages.resolve("secret.txt"), SECRET);
        finished = api.project();
        Path folder = Files.createDirectory(packages.resolve(finished));
        Files.writeString(folder.resolve("video.mp4"), "moving pictures");
        Files.createSymbolicLink(folder.resolve("link.txt"), packages.resolve("secret.txt"));
        api.ends(finished, "COMPLETED", folder);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    static Stream<Operation> withPathParameters() {
        return Contract.read().operations().stream()
                .filter(operation -> operation.path().parameters() > 0);
    }

    static Stream<Operation> withQuery() {
        return Contract.read().operations().stream()
                .filter(operation -> parameters(operation, "query").findAny().isPresent());
    }

    static Stream<Operation> withBody() {
        return Contract.read().operations().stream()
                .filter(operation -> operation.body().isPresent());
    }

    private static Stream<Parameter> parameters(Operation operation, String in) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.in().equals(in));
    }

    @ParameterizedTest
    @MethodSource("withPathParameters")
    void noParameterOfAPathLeadsOut(Operation operation) throws IOException {
        for (Parameter parameter : parameters(operation, "path").toList()) {
            for (String value : IN_PATHS) {
                String path = operation.path().template().replace("{" + parameter.name() + "}", value);
                String others = path.replace("{id}", finished).replace("{name}", "video.mp4");

                refused(operation.method(), api.contract.base() + others);
            }
        }
        assertThat(home.resolve("output").resolve(finished).resolve("video.mp4"))
                .exists();
    }

    /** Beside the API, too. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1", "/hawtio", "/hawtio/static", "/hawtio/jolokia", "/docs", "/health", "/metrics"})
    void noPathOfTheServerLeadsOut(String base) throws IOException {
        for (String value : IN_PATHS) {
            for (String path : List.of(value, value + "/secret.txt", value + "/../../../../secret.txt")) {
                assertThat(Raw.get(api, base + "/" + path)).as(path).doesNotContain(SECRET, "root:");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withQuery")
    void noParameterOfAQueryLeadsOut(Operation operation) {
        for (Parameter parameter : parameters(operation, "query").toList()) {
            for (String value : IN_VALUES) {
                String path = operation.path().template().replace("{id}", finished) + "?" + parameter.name() + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8);
                HttpResponse<String> answer = operation.method().equals("POST") ? api.post(path, "") : api.get(path);

                // to search for such words is allowed, and finds nothing
                assertThat(answer.statusCode())
                        .as(path)
                        .isEqualTo(parameter.name().equals("q") ? 200 : 400);
                assertThat(answer.body()).doesNotContain(SECRET);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void noFieldOfABodyLeadsOut(Operation operation) {
        JsonNode schema = api.contract.at(operation.body().orElseThrow());
        JsonNode whole = example(schema, operation);
        HttpResponse<String> taken = api.post(operation.path().template(), Json.write(whole));
        assertThat(taken.statusCode()).as(taken.body()).isLessThan(300);

        for (String value : IN_VALUES) {
            for (ObjectNode wrong : variants((ObjectNode) whole, schema, value)) {
                HttpResponse<String> answer = api.post(operation.path().template(), Json.write(wrong));
                assertThat(answer.statusCode()).as(wrong + " " + answer.body()).isEqualTo(400);
            }
        }
    }

    private static JsonNode example(JsonNode schema, Operation operation) {
        String media = operation.body().orElseThrow().replaceFirst("/schema$", "/example");
        JsonNode example = api.contract.document().at(media);
        assertThat(example.isObject()).as(operation.id() + " has an example").isTrue();
        return example;
    }

    /** The body once for each field, also inside of it, that is or lists texts: with this value there. */
    private static List<ObjectNode> variants(ObjectNode body, JsonNode schema, String value) {
        return schema.path("properties").properties().stream()
                .filter(field -> !WORDS.contains(field.getKey()))
                .flatMap(field -> changed(body.path(field.getKey()), api.contract.resolve(field.getValue()), value)
                        .map(change -> (ObjectNode) body.deepCopy().set(field.getKey(), change)))
                .toList();
    }

    private static Stream<JsonNode> changed(JsonNode old, JsonNode schema, String value) {
        JsonNode items = api.contract.resolve(schema.path("items"));
        ArrayNode list = Json.MAPPER.createArrayNode();
        if (schema.path("type").asText().equals("string")) {
            return Stream.of(Json.MAPPER.getNodeFactory().textNode(value));
        }
        if (items.path("type").asText().equals("string")) {
            return Stream.of(list.add(value));
        }
        if (items.has("properties")) {
            return variants((ObjectNode) old.get(0), items, value).stream()
                    .map(entry -> list.deepCopy().add(entry));
        }
        return Stream.empty();
    }

    private static void refused(String method, String path) throws IOException {
        String answer = Raw.send(
                api,
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + api.writer
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        assertThat(answer).as(method + " " + path).startsWith("HTTP/1.1 4").doesNotContain(SECRET);
    }
}
