package dev.viralvideo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How rules are read and applied; the rules of every provider are held against its errors by DocumentedErrorsTest. */
class VerdictsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static final Verdicts RULES = Verdicts.parse(
            List.of(
                    "400 body ~ Invalid or missing API key => AUTH",
                    "403,429 header content-type ~ text/html => BLOCKED",
                    "200 json /headers/code ~ ^0$ => OK",
                    "200 json /headers/code ~ ^(5|11)$ => AUTH",
                    "200 json /choices ~ ^\\[\\]$ => CONTENT_REFUSED",
                    "# a comment",
                    "41x => INVALID_REQUEST"),
            null);

    @ParameterizedTest
    @CsvSource({
        "400, text/plain, [ERROR 400] Invalid or missing API key, AUTH",
        "400, text/plain, [ERROR 400] something else, INVALID_REQUEST",
        "429, text/html, <html>, BLOCKED",
        "429, text/plain, slow down, RATE_LIMITED",
        "200, application/json, '{\"headers\":{\"code\":0}}', ",
        "200, application/json, '{\"headers\":{\"code\":11}}', AUTH",
        "200, application/json, '{\"choices\":[]}', CONTENT_REFUSED",
        "200, application/json, '{\"choices\":null}', ",
        "200, application/json, '{}', ",
        "410, application/json, '{}', INVALID_REQUEST",
        "404, application/json, '{}', NOT_FOUND",
        "451, application/json, '{}', CONTENT_REFUSED",
        "402, application/json, '{}', QUOTA",
        "529, application/json, '{}', TRANSIENT",
        "302, application/json, '{}', INVALID_OUTPUT",
        "503, text/html, <html><title>Just a moment...</title>, BLOCKED"
    })
    void seesThroughAStatusThatMisleads(int status, String type, String body, ErrorKind expected) {
        assertThat(RULES.of(reply(status, Map.of("content-type", type), body), true, NOW)
                        .kind())
                .isEqualTo(expected);
    }

    @Test
    void whatIsNoJsonWhereJsonWasAskedForComesFromSomethingOnTheWay() {
        Reply audio = reply(200, Map.of("content-type", "text/html"), "RIFF....WAVE");
        assertThat(Verdicts.STANDARD.of(audio, false, NOW).ok()).isTrue();
        assertThat(Verdicts.STANDARD.of(audio, true, NOW).kind()).isEqualTo(ErrorKind.TRANSIENT);
        assertThat(Verdicts.STANDARD.of(reply(200, Map.of(), ""), true, NOW).kind())
                .isEqualTo(ErrorKind.TRANSIENT);
        assertThat(Verdicts.STANDARD
                        .of(reply(200, Map.of(), "{\"cut\":"), true, NOW)
                        .kind())
                .isEqualTo(ErrorKind.TRANSIENT);
    }

    @ParameterizedTest
    @CsvSource({
        "retry-after, 37, PT37S",
        "retry-after, 0, PT0S",
        "retry-after, -5, PT0S",
        "retry-after, 1.5, PT1.5S",
        "retry-after, 'Mon, 23 Nov 2026 10:00:30 GMT', PT30S",
        "retry-after, 'Mon, 23 Nov 2026 09:00:00 GMT', PT0S",
        "retry-after, 999999999999, PT768H",
        "retry-after-ms, 250, PT0.25S",
        "retry-after, soon, ",
        "retry-after, '', "
    })
    void readsWhenToComeBack(String header, String value, Duration expected) {
        assertThat(Verdicts.STANDARD
                        .of(reply(429, Map.of(header, value), ""), false, NOW)
                        .retryAfter())
                .isEqualTo(expected);
    }

    @Test
    void readsWhenToComeBackInTheBody() {
        Verdicts gemini = Verdicts.parse(List.of(), "\"retryDelay\"\\s*:\\s*\"([0-9.]+)s\"");
        Reply reply = reply(429, Map.of(), "{\"error\":{\"details\":[{\"retryDelay\": \"34s\"}]}}");
        assertThat(gemini.of(reply, true, NOW).retryAfter()).isEqualTo(Duration.ofSeconds(34));
    }

    @Test
    void heedsAServiceThatDoesNotWantToBeAskedAgain() {
        assertThat(Verdicts.STANDARD
                        .of(reply(500, Map.of("x-should-retry", "false"), ""), false, NOW)
                        .mayRetry())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"400 AUTH", "400 body Invalid => AUTH", "400 => WRONG", "abc => AUTH", "400 body ~ ( => AUTH"})
    void saysWhichRuleCannotBeRead(String line) {
        assertThatThrownBy(() -> Verdicts.parse(List.of(line), null))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining(line);
    }

    private static Reply reply(int status, Map<String, String> headers, String body) {
        Map<String, List<String>> all = new TreeMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new Reply(status, all, body.getBytes(StandardCharsets.UTF_8), URI.create("https://api.example/x"));
    }
}
