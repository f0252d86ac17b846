package dev.viralvideo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.json.Json;
import dev.viralvideo.keys.MaskedLogEvents;
import dev.viralvideo.keys.Masking;
import dev.viralvideo.keys.Secret;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.layout.template.json.JsonTemplateLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The log as a program reads it: {@code vvg.log.format=json}. */
class JsonLogTest {
    private final JsonTemplateLayout layout = JsonTemplateLayout.newBuilder()
            .setConfiguration(new DefaultConfiguration())
            .setEventTemplateUri("classpath:log.json")
            .build();

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void aLineIsOneObjectThatNamesProjectStageRouteAndAttempt() throws Exception {
        MDC.put("project", "p1");
        MDC.put("stage", "media");
        MDC.put("route", "media-take");
        MDC.put("attempt", "2");

        String line = line("two\nlines", null);

        assertThat(line.strip()).doesNotContain("\n");
        JsonNode event = Json.MAPPER.readTree(line);
        assertThat(event.path("project").asText()).isEqualTo("p1");
        assertThat(event.path("stage").asText()).isEqualTo("media");
        assertThat(event.path("route").asText()).isEqualTo("media-take");
        assertThat(event.path("attempt").asText()).isEqualTo("2");
        assertThat(event.path("message").asText()).isEqualTo("two\nlines");
        assertThat(event.path("level").asText()).isEqualTo("WARN");
        assertThat(event.path("time").asText()).endsWith("Z");
    }

    @Test
    void aSecretIsMaskedInTheMessageAndInTheStackTrace() {
        Masking.OF_THIS_PROCESS.learn(new Secret("json-log-secret-1234567890"));

        String line = line("key json-log-secret-1234567890", new IllegalStateException("json-log-secret-1234567890"));

        assertThat(line).contains("IllegalStateException").doesNotContain("json-log-secret-1234567890");
    }

    private String line(String message, Throwable problem) {
        return layout.toSerializable(new MaskedLogEvents()
                .createEvent(
                        "dev.viralvideo.Test",
                        null,
                        "fqcn",
                        Level.WARN,
                        new SimpleMessage(message),
                        List.of(),
                        problem));
    }
}
