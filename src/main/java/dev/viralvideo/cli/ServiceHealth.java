package dev.viralvideo.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.config.Settings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.Json;
import dev.viralvideo.ops.WebAccess;
import dev.viralvideo.ops.WebPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a service that runs at the configured address says of itself. */
final class ServiceHealth {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private ServiceHealth() {}

    /** @throws Failure.Processing SERVICE_UNWELL, naming each part that is not well */
    static String of(Settings settings) throws InterruptedException {
        WebAccess access = WebAccess.of(settings);
        URI address = URI.create(access.url(WebPort.MANAGEMENT) + "/health");
        JsonNode health;
        try {
            HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(PATIENCE);
            access.certificate().ifPresent(certificate -> client.sslContext(certificate.client()));
            HttpResponse<String> answer = client.build()
                    .send(
                            HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString());
            health = Json.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            return "none runs at " + address.getAuthority();
        }
        List<String> unwell = new ArrayList<>();
        for (JsonNode part : health.at("/parts")) {
            if (!part.at("/up").asBoolean()) {
                unwell.add(
                        part.at("/name").asText() + ": " + part.at("/message").asText());
            }
        }
        if (!unwell.isEmpty()) {
            throw new Failure.Processing("SERVICE_UNWELL", false, String.join("; ", unwell));
        }
        return "runs at " + address.getAuthority() + ", " + health.at("/parts").size() + " parts are well";
    }
}
