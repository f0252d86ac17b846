package dev.viralvideo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every operation has in common, for each operation that the contract has. */
class ContractTest {
    private static final String UNKNOWN = "0000000000000000";
    private static final String UNKNOWN_MEDIA = "0".repeat(64);

    @TempDir
    static Path home;

    private static ApiRig api;

    @BeforeAll
    static void start() {
        api = new ApiRig(home, Map.of("vvg.api.max-body-bytes", "2000"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    static Stream<Operation> all() {
        return Contract.read().operations().stream();
    }

    static Stream<Operation> writing() {
        return all().filter(operation -> operation.scope() == Scope.WRITE);
    }

    static Stream<Operation> withBody() {
        return all().filter(operation -> operation.body().isPresent());
    }

    static Stream<Operation> ofSomething() {
        return all().filter(operation -> operation.path().parameters() > 0);
    }

    @ParameterizedTest
    @MethodSource("all")
    void withoutATokenNothingIsAnswered(Operation operation) {
        HttpResponse<String> answer = api.send(HttpRequest.newBuilder(api.uri(path(operation, UNKNOWN)))
                .method(operation.method(), BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(api.code(answer)).isEqualTo("NO_TOKEN");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"vvg\"");
    }

    @ParameterizedTest
    @MethodSource("all")
    void aTokenThatIsNotOursOpensNothing(Operation operation) {
        String wrong = api.writer.substring(0, api.writer.length() - 1) + (api.writer.endsWith("A") ? "B" : "A");
        HttpResponse<String> answer = api.send(request(operation, UNKNOWN, wrong));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(api.code(answer)).isEqualTo("BAD_TOKEN");
    }

    @ParameterizedTest
    @MethodSource("writing")
    void aTokenThatMayOnlyReadChangesNothing(Operation operation) {
        HttpResponse<String> answer = api.send(request(operation, UNKNOWN, api.reader));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(api.code(answer)).isEqualTo("SCOPE_MISSING");
    }

    @ParameterizedTest
    @MethodSource("ofSomething")
    void whatIsNotThereIsSaidToBeMissing(Operation operation) {
        HttpResponse<String> answer = api.send(request(operation, UNKNOWN, api.writer));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(api.code(answer)).startsWith("NO_SUCH_");
    }

    @ParameterizedTest
    @MethodSource("ofSomething")
    void anIdThatCannotBeOneIsRefusedByName(Operation operation) {
        HttpResponse<String> answer = api.send(request(operation, "no-id", api.writer));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(api.code(answer)).isEqualTo("BAD_PARAMETER");
        assertThat(api.json(answer).at("/errors/0/at").asText()).isEqualTo("id");
    }

    @ParameterizedTest
    @MethodSource("all")
    void aParameterThatIsNotKnownIsRefusedByName(Operation operation) {
        String path = path(operation, UNKNOWN) + "?colour=red";
        HttpRequest.Builder request = api.request(path)
                .method(operation.method(), BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json");

        HttpResponse<String> answer = raw(request);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("UNKNOWN_PARAMETER", "'colour'");
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void aFieldThatIsNotKnownIsRefusedByName(Operation operation) {
        HttpResponse<String> answer = api.post(operation.path().template(), "{\"colour\":\"red\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("UNKNOWN_FIELD", "'colour'");
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void aBodyThatIsNoJsonIsRefusedWithItsPlace(Operation operation) {
        for (String body : new String[] {"", "{", "{\"topic\":}", "{} {}", "{\"a\":1,\"a\":2}", "[".repeat(900)}) {
            HttpResponse<String> answer = api.post(operation.path().template(), body);

            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(api.code(answer)).as(body).isEqualTo("BAD_JSON");
        }
        assertThat(api.post(operation.path().template(), "{\n\"topic\":}").body())
                .contains("line 2");
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void aBodyOfAnotherTypeIsRefused(Operation operation) {
        HttpResponse<String> answer = api.send(api.request(operation.path().template())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("topic=Bees")));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(api.code(answer)).isEqualTo("NOT_JSON");
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void aBodyThatIsTooLargeIsNotRead(Operation operation) {
        String body = "{\"topic\":\"" + "b".repeat(2000) + "\"}";

        assertThat(api.post(operation.path().template(), body).statusCode()).isEqualTo(413);
        HttpResponse<String> chunked = api.send(api.request(operation.path().template())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body))));
        assertThat(chunked.statusCode()).isEqualTo(413);
    }

    @Test
    void aPathThatIsNotInTheContractIsNotThere() {
        assertThat(api.get("/nothing").statusCode()).isEqualTo(404);
        assertThat(api.get("/projects/").statusCode()).isEqualTo(400);
        HttpResponse<String> answer = api.delete("/projects");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void aRevokedTokenOpensNothingAfterAMoment() {
        String token = api.tokens.create("short-lived", Scope.READ, null);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(api.uri("/voices")).header("Authorization", "Bearer " + token);
        assertThat(api.send(request).statusCode()).isEqualTo(200);

        api.tokens.revoke(token.split("_")[1]);

        await().atMost(Gate.REMEMBERED.multipliedBy(3))
                .until(() -> api.send(request).statusCode() == 401);
    }

    @Test
    void theContractAndItsPageAreThereForEverybody() {
        HttpResponse<String> json =
                raw(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/openapi.json")));
        HttpResponse<String> page = raw(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/docs")));

        assertThat(api.json(json)).isEqualTo(api.contract.document());
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(api.contract.operations()).hasSize(21).allSatisfy(operation -> assertThat(page.body())
                .contains("id=\"" + operation.id() + "\""));
        assertThat(page.body()).contains("id=\"IDEMPOTENCY_KEY_REUSED\"").doesNotContain("http://", "https://");
    }

    private static String path(Operation operation, String id) {
        String path = operation.path().template();
        boolean media = path.startsWith("/media") && id.equals(UNKNOWN);
        return path.replace("{id}", media ? UNKNOWN_MEDIA : id).replace("{name}", "video.mp4");
    }

    private static HttpRequest.Builder request(Operation operation, String id, String token) {
        return HttpRequest.newBuilder(api.uri(path(operation, id)))
                .header("Authorization", "Bearer " + token)
                .method(operation.method(), BodyPublishers.noBody());
    }

    /** For answers that the contract leaves to HTTP. */
    private static HttpResponse<String> raw(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
