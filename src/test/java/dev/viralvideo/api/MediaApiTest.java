package dev.viralvideo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaApiTest {
    @TempDir
    static Path home;

    private static ApiRig api;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(home.resolve("media"));
        Files.write(home.resolve("media/honey bee.png"), picture());
        api = new ApiRig(home, Map.of());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(1080, 1920, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    @Test
    void aSearchAsksAllProvidersAndItsFindsCanBeHad() {
        JsonNode found = api.json(api.get("/media/search?q=honey%20bee"));

        assertThat(found.path("media")).hasSize(1);
        JsonNode media = found.at("/media/0");
        assertThat(media.path("provider").asText()).isEqualTo("local");
        assertThat(media.path("state").asText()).isEqualTo("DOWNLOADED");
        assertThat(media.path("score").asDouble()).isBetween(0.3, 1.0);
        assertThat(media.has("url")).isFalse();
        String self = "/media/" + media.path("id").asText();
        assertThat(api.json(api.get(self))).isEqualTo(media);
        HttpResponse<String> again = api.post(self + "/download", "");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.headers().firstValue("Location")).hasValue("/api/v1" + self);
        HttpResponse<String> content = api.send(api.request(self + "/content").header("Range", "bytes=1-3"));
        assertThat(content.statusCode()).isEqualTo(206);
        assertThat(content.body()).isEqualTo("PNG");
    }

    @Test
    void aSearchWithoutWordsOrForAnOddAspectIsRefused() {
        for (String query : new String[] {"", "q=", "q=" + "x".repeat(201), "q=bee&aspect=4:3", "q=bee&limit=1000"}) {
            assertThat(api.get("/media/search?" + query).statusCode()).as(query).isEqualTo(400);
        }
        assertThat(api.json(api.get("/media/search?q=zeppelin")).path("media")).isEmpty();
    }
}
