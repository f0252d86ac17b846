package dev.viralvideo.ops;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.json.Json;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** A client of a running service's web server, with the cookies of its own session. */
public final class Console {
    private final HttpClient client;
    private final String base;

    /** @param base such as {@code http://127.0.0.1:8080} */
    public Console(String base) {
        this(base, HttpClient.newBuilder());
    }

    public Console(String base, HttpClient.Builder client) {
        this.base = base;
        this.client = client.cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** @return the status */
    public int login(String name, String password) throws IOException, InterruptedException {
        return post("/hawtio/auth/login", Map.of("username", name, "password", password))
                .statusCode();
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> post(String path, Object body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public JsonNode execute(String bean, String operation, Object... arguments)
            throws IOException, InterruptedException {
        return jolokia(Map.of("type", "exec", "mbean", bean, "operation", operation, "arguments", List.of(arguments)));
    }

    public JsonNode read(String bean, String attribute) throws IOException, InterruptedException {
        return jolokia(Map.of("type", "read", "mbean", bean, "attribute", attribute));
    }

    private JsonNode jolokia(Map<String, Object> question) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/hawtio/jolokia", question);
        return answer.statusCode() == 200
                ? Json.MAPPER.readTree(answer.body())
                : Json.MAPPER.createObjectNode().put("status", answer.statusCode());
    }
}
