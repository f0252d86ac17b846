package dev.viralvideo.helpers;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.Map;
import java.util.TreeMap;

/** What any service may answer on a bad day, whatever it documents; none of it is an answer to what was asked. */
public final class Troubles {
    /** The longest silence, the longest call and the largest answer that the tests let a provider have. */
    public static final Map<String, String> LIMITS =
            Map.of("timeout", "1s", "deadline", "3s", "maxBytes", "2000000", "attempts", "1");

    private Troubles() {}

    /** By a name for the test's title. */
    public static Map<String, ResponseDefinitionBuilder> all() {
        Map<String, ResponseDefinitionBuilder> all = new TreeMap<>();
        all.put("HTML with 200", html(200));
        all.put("HTML with 403", html(403));
        all.put("HTML with 429", html(429));
        all.put("HTML with 404", aResponse().withStatus(404).withBody("<html>not here</html>"));
        all.put("400", json(400, "{\"error\":\"no\"}"));
        all.put("401", json(401, "{\"error\":\"no\"}"));
        all.put("402", aResponse().withStatus(402).withBody("payment"));
        all.put("403 empty", aResponse().withStatus(403));
        all.put("422", json(422, "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"x\"}]}"));
        all.put("429", aResponse().withStatus(429).withHeader("Retry-After", "3600"));
        all.put("500", aResponse().withStatus(500).withBody("<!doctype html>"));
        all.put("503 empty", aResponse().withStatus(503));
        all.put("529", json(529, "{\"error\":{\"type\":\"overloaded_error\"}}"));
        all.put("200 empty", json(200, ""));
        all.put("broken JSON", json(200, "{\"videos\":[{\"id\":"));
        all.put(
                "another type",
                aResponse()
                        .withHeader("Content-Type", "image/png")
                        .withBody(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}));
        all.put("larger than allowed", json(200, "{\"x\":\"" + "y".repeat(3_000_000) + "\"}"));
        all.put("silence", json(200, "{}").withFixedDelay(2500));
        all.put(
                "a body that drips",
                json(200, "{\"x\":\"" + "y".repeat(5000) + "\"}").withChunkedDribbleDelay(40, 12_000));
        all.put("cut", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
        all.put("cut while it is read", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        all.put("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        all.put("redirect to a private address", to("http://169.254.169.254/latest/meta-data/"));
        all.put("redirect to this machine", to("http://localhost:9/x"));
        all.put("redirect in a circle", to("/circle"));
        all.put("redirect to a file", to("file:///etc/passwd"));
        return all;
    }

    private static ResponseDefinitionBuilder to(String location) {
        return aResponse().withStatus(302).withHeader("Location", location);
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    private static ResponseDefinitionBuilder html(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody("<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>");
    }
}
