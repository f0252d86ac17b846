package dev.viralvideo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueApiTest {
    @TempDir
    static Path home;

    private static ApiRig api;

    @BeforeAll
    static void start() {
        api = new ApiRig(home, Map.of("vvg.api.rate", "20/1h"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void voicesAndTemplatesAreThoseThatARequestMayName() {
        assertThat(api.json(api.get("/voices")).path("voices").findValuesAsText("name"))
                .contains("cmu-slt-hsmm");
        assertThat(api.json(api.get("/templates")).path("templates").findValuesAsText("name"))
                .contains("listicle", "quote");
    }

    @Test
    void anEstimateCountsCharactersAndPricesEachVoice() {
        JsonNode estimate = api.json(api.post("/voices/estimate", "{\"text\":\"Bees dance to tell where 🐝 fly.\"}"));

        assertThat(estimate.path("characters").asInt()).isEqualTo(31);
        assertThat(estimate.path("seconds").asDouble()).isBetween(2.0, 4.0);
        assertThat(estimate.at("/estimates/0/provider").asText()).isEqualTo("cmu-slt-hsmm");
        assertThat(estimate.at("/estimates/0/free").asBoolean()).isTrue();
        assertThat(estimate.path("estimates").findValues("cost")).isNotEmpty();
    }

    @Test
    void costsAreToldForAMonthOrAProject() {
        assertThat(api.json(api.get("/costs")).path("total").asDouble()).isZero();
        assertThat(api.json(api.get("/costs?month=2026-01")).path("month").asText())
                .isEqualTo("2026-01");
        assertThat(api.json(api.get("/costs?project=0123456789abcdef")).path("calls"))
                .isEmpty();
        assertThat(api.get("/costs?month=2026-13").statusCode()).isEqualTo(400);
    }

    @Test
    void aTokenIsServedNoFasterThanItsRate() {
        String token = api.tokens.create("hasty", Scope.READ, null);
        var request =
                java.net.http.HttpRequest.newBuilder(api.uri("/voices")).header("Authorization", "Bearer " + token);
        for (int i = 0; i < 20; i++) {
            assertThat(api.send(request).statusCode()).isEqualTo(200);
        }

        HttpResponse<String> tooMuch = api.send(request);

        assertThat(tooMuch.statusCode()).isEqualTo(429);
        assertThat(api.code(tooMuch)).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(tooMuch.headers().firstValue("Retry-After")).isPresent();
        assertThat(api.get("/voices").statusCode()).isEqualTo(200);
    }
}
