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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The traps of every fact sheet, told as rules: what a provider's file will say. */
class VerdictsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static final Map<String, String> RULES = Map.of(
            "pixabay",
            """
            400 body ~ Invalid or missing API key => AUTH
            400 body ~ is out of valid range => NOT_FOUND
            403,429 header content-type ~ text/html => BLOCKED
            """,
            "pexels",
            "403 => BLOCKED",
            "unsplash",
            """
            403 body ~ ^Rate Limit Exceeded => RATE_LIMITED
            410 => INVALID_REQUEST
            """,
            "jamendo",
            """
            200 json /headers/code ~ ^0$ => OK
            200 json /headers/code ~ ^(5|11|12|13)$ => AUTH
            200 json /headers/code ~ ^6$ => RATE_LIMITED
            200 json /headers/code ~ ^10$ => BLOCKED
            200 json /headers/code ~ ^1$ => TRANSIENT
            200 json /headers/code ~ . => INVALID_REQUEST
            """,
            "mediawiki",
            """
            200 json /error/code ~ ^(maxlag|readonly|internal_api_error_.*)$ => TRANSIENT
            200 json /error/code ~ ^ratelimited$ => RATE_LIMITED
            200 json /error/code ~ . => INVALID_REQUEST
            403 => BLOCKED
            """,
            "archive",
            "200 body ~ ^\\s*\\{\\s*\\}\\s*$ => NOT_FOUND",
            "openai",
            """
            429 json /error/code ~ ^insufficient_quota$ => QUOTA
            404 => CONFIG
            400 json /error/code ~ ^json_validate_failed$ => INVALID_OUTPUT
            200 json /choices/0/message/refusal ~ . => CONTENT_REFUSED
            200 json /choices/0/finish_reason ~ ^content_filter$ => CONTENT_REFUSED
            200 json /choices/0/finish_reason ~ ^length$ => INVALID_OUTPUT
            """,
            "anthropic",
            """
            429 json /error/details/error_code ~ ^enforced_spend_limit_reached$ => QUOTA
            404 => CONFIG
            200 json /stop_reason ~ ^refusal$ => CONTENT_REFUSED
            200 json /stop_reason ~ ^max_tokens$ => INVALID_OUTPUT
            """,
            "gemini",
            """
            400 body ~ API_KEY_INVALID|API key not valid => AUTH
            400 json /error/status ~ ^FAILED_PRECONDITION$ => AUTH
            404 => CONFIG
            429 body ~ PerDay => QUOTA
            200 json /promptFeedback/blockReason ~ . => CONTENT_REFUSED
            200 json /candidates/0/finishReason ~ ^MAX_TOKENS$ => INVALID_OUTPUT
            200 json /candidates/0/finishReason ~ ^(SAFETY|RECITATION|BLOCKLIST|PROHIBITED_CONTENT|SPII)$ => CONTENT_REFUSED
            """,
            "elevenlabs",
            """
            401,402 body ~ quota_exceeded|payment => QUOTA
            403 => CONFIG
            400,404 body ~ voice_not_found => CONFIG
            """);

    static Stream<Arguments> traps() {
        return Stream.of(
                trap("pixabay", 400, "text/plain", "[ERROR 400] Invalid or missing API key (x)", ErrorKind.AUTH),
                trap("pixabay", 400, "text/plain", "[ERROR 400] \"page\" is out of valid range.", ErrorKind.NOT_FOUND),
                trap("pixabay", 400, "text/plain", "[ERROR 400] \"per_page\" bad", ErrorKind.INVALID_REQUEST),
                trap("pixabay", 429, "text/plain", "API rate limit exceeded", ErrorKind.RATE_LIMITED),
                trap("pixabay", 429, "text/html", "<html><title>Just a moment...</title>", ErrorKind.BLOCKED),
                trap("pexels", 403, "text/html", "<html>", ErrorKind.BLOCKED),
                trap("pexels", 401, "application/json", "{}", ErrorKind.AUTH),
                trap("unsplash", 403, "text/plain", "Rate Limit Exceeded", ErrorKind.RATE_LIMITED),
                trap("unsplash", 403, "application/json", "{\"errors\":[\"no\"]}", ErrorKind.AUTH),
                trap("unsplash", 410, "application/json", "{}", ErrorKind.INVALID_REQUEST),
                trap("jamendo", 200, "application/json", "{\"headers\":{\"code\":0},\"results\":[]}", null),
                trap("jamendo", 200, "application/json", "{\"headers\":{\"code\":5}}", ErrorKind.AUTH),
                trap("jamendo", 200, "application/json", "{\"headers\":{\"code\":6}}", ErrorKind.RATE_LIMITED),
                trap("jamendo", 200, "application/json", "{\"headers\":{\"code\":4}}", ErrorKind.INVALID_REQUEST),
                trap("mediawiki", 200, "application/json", "{\"error\":{\"code\":\"maxlag\"}}", ErrorKind.TRANSIENT),
                trap(
                        "mediawiki",
                        200,
                        "application/json",
                        "{\"error\":{\"code\":\"badvalue\"}}",
                        ErrorKind.INVALID_REQUEST),
                trap("mediawiki", 200, "application/json", "{\"query\":{\"pages\":[]}}", null),
                trap("mediawiki", 429, "text/html", "<html>slow down", ErrorKind.RATE_LIMITED),
                trap("archive", 200, "application/json", "{}", ErrorKind.NOT_FOUND),
                trap("archive", 200, "text/html", "<html>oops", ErrorKind.INVALID_OUTPUT),
                trap(
                        "openai",
                        429,
                        "application/json",
                        "{\"error\":{\"code\":\"insufficient_quota\"}}",
                        ErrorKind.QUOTA),
                trap(
                        "openai",
                        429,
                        "application/json",
                        "{\"error\":{\"code\":\"rate_limit_exceeded\"}}",
                        ErrorKind.RATE_LIMITED),
                trap("openai", 400, "application/json", "{\"error\":\"text\"}", ErrorKind.INVALID_REQUEST),
                trap(
                        "openai",
                        200,
                        "application/json",
                        "{\"choices\":[{\"message\":{\"refusal\":\"no\"}}]}",
                        ErrorKind.CONTENT_REFUSED),
                trap(
                        "openai",
                        200,
                        "application/json",
                        "{\"choices\":[{\"message\":{\"refusal\":null,\"content\":\"x\"}}]}",
                        null),
                trap(
                        "openai",
                        200,
                        "application/json",
                        "{\"choices\":[{\"finish_reason\":\"length\"}]}",
                        ErrorKind.INVALID_OUTPUT),
                trap(
                        "anthropic",
                        529,
                        "application/json",
                        "{\"error\":{\"type\":\"overloaded_error\"}}",
                        ErrorKind.TRANSIENT),
                trap(
                        "anthropic",
                        429,
                        "application/json",
                        "{\"error\":{\"details\":{\"error_code\":\"enforced_spend_limit_reached\"}}}",
                        ErrorKind.QUOTA),
                trap("anthropic", 402, "application/json", "{}", ErrorKind.QUOTA),
                trap(
                        "gemini",
                        400,
                        "application/json",
                        "{\"error\":{\"message\":\"API key not valid.\"}}",
                        ErrorKind.AUTH),
                trap(
                        "gemini",
                        429,
                        "application/json",
                        "{\"error\":{\"quotaId\":\"RequestsPerDay\"}}",
                        ErrorKind.QUOTA),
                trap(
                        "gemini",
                        200,
                        "application/json",
                        "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}",
                        ErrorKind.CONTENT_REFUSED),
                trap("gemini", 200, "application/json", "{\"candidates\":[{\"finishReason\":\"STOP\"}]}", null),
                trap(
                        "elevenlabs",
                        401,
                        "application/json",
                        "{\"detail\":{\"status\":\"quota_exceeded\"}}",
                        ErrorKind.QUOTA),
                trap(
                        "elevenlabs",
                        401,
                        "application/json",
                        "{\"detail\":{\"status\":\"invalid_api_key\"}}",
                        ErrorKind.AUTH),
                trap("elevenlabs", 422, "application/json", "{\"detail\":[]}", ErrorKind.INVALID_REQUEST),
                trap("piper", 500, "text/html", "<!doctype html>", ErrorKind.TRANSIENT));
    }

    @ParameterizedTest
    @MethodSource("traps")
    void seesThroughAStatusThatMisleads(String provider, int status, String type, String body, ErrorKind expected) {
        Verdicts verdicts =
                Verdicts.parse(RULES.getOrDefault(provider, "").lines().toList(), null);
        assertThat(verdicts.of(reply(status, Map.of("content-type", type), body), true, NOW)
                        .kind())
                .isEqualTo(expected);
    }

    @Test
    void takesAnythingForAnAnswerWhenNoJsonWasAskedFor() {
        Reply audio = reply(200, Map.of("content-type", "text/html"), "RIFF....WAVE");
        assertThat(Verdicts.STANDARD.of(audio, false, NOW).ok()).isTrue();
        assertThat(Verdicts.STANDARD.of(audio, true, NOW).kind()).isEqualTo(ErrorKind.INVALID_OUTPUT);
        assertThat(Verdicts.STANDARD.of(reply(200, Map.of(), ""), true, NOW).kind())
                .isEqualTo(ErrorKind.INVALID_OUTPUT);
        assertThat(Verdicts.STANDARD
                        .of(reply(200, Map.of(), "{\"cut\":"), true, NOW)
                        .kind())
                .isEqualTo(ErrorKind.INVALID_OUTPUT);
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

    private static Arguments trap(String provider, int status, String type, String body, ErrorKind kind) {
        return Arguments.of(provider, status, type, body, kind);
    }

    private static Reply reply(int status, Map<String, String> headers, String body) {
        Map<String, List<String>> all = new TreeMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new Reply(status, all, body.getBytes(StandardCharsets.UTF_8), URI.create("https://api.example/x"));
    }
}
