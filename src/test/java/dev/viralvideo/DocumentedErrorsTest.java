package dev.viralvideo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import dev.viralvideo.costs.LedgerEntry;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.http.ErrorKind;
import dev.viralvideo.http.ProviderState;
import dev.viralvideo.http.Refusal;
import dev.viralvideo.media.Needs;
import dev.viralvideo.pipeline.MusicWish;
import dev.viralvideo.pipeline.provider.ProviderFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every error that a provider's fact sheet documents, through the provider's real route: it is taken for what it is,
 * whatever its status, told in the provider's own words, asked again only where that helps, and not charged. The errors
 * lie in {@code stand-ins/errors/ROUTE.yaml}; providers that answer alike share a file.
 */
class DocumentedErrorsTest {
    private static final Path ERRORS = Path.of("src/test/resources/stand-ins/errors");
    private static final String KEY = ProviderRig.KEY;
    private static final Map<String, String> SHARED = Map.of(
            "media-openverse", "openverse",
            "music-openverse", "openverse",
            "media-wikimedia-commons", "wikimedia",
            "script-wikipedia", "wikimedia",
            "script-openai", "chat",
            "script-groq", "chat",
            "script-ollama", "chat",
            "script-lmstudio", "chat",
            "script-vllm", "chat");

    @TempDir
    private static Path home;

    private static WireMockServer server;
    private static ProviderRig rig;

    /**
     * One documented answer.
     *
     * @param says  what the message must contain, or null
     * @param asked requests that are sent, or null: by the kind
     * @param pause how long the provider is left alone at least, such as {@code 40s}, or null
     */
    record Answer(
            int status,
            String type,
            Map<String, String> headers,
            String body,
            ErrorKind kind,
            String says,
            Integer asked,
            String pause) {
        ResponseDefinitionBuilder response() {
            List<HttpHeader> all = new ArrayList<>();
            all.add(new HttpHeader("Content-Type", type == null ? "application/json" : type));
            if (headers != null) {
                headers.forEach((name, value) -> all.add(new HttpHeader(name, value)));
            }
            return aResponse()
                    .withStatus(status)
                    .withHeaders(new HttpHeaders(all))
                    .withBody(body == null ? "" : body.replace("@KEY@", KEY));
        }

        int requests(String route) {
            if (asked != null) {
                return asked;
            }
            // what a model writes is asked for again with what is wrong with it, twice at most
            boolean repaired = kind == ErrorKind.INVALID_OUTPUT && route.startsWith("script-");
            return repaired ? 3 : kind.retryable() ? 2 : 1;
        }

        @Override
        public String toString() {
            String start = body == null ? "" : body.substring(0, Math.min(90, body.length()));
            return status + " " + start + " => " + kind;
        }
    }

    static Stream<String> routes() {
        return ProviderRig.routes("media", "music", "script", "voice");
    }

    static Stream<Arguments> errors() {
        return routes().flatMap(route -> answers(route).stream().map(answer -> Arguments.of(route, answer)));
    }

    private static List<Answer> answers(String route) {
        Path file = ERRORS.resolve(SHARED.getOrDefault(route, route) + ".yaml");
        try {
            return new YAMLMapper().readValue(file.toFile(), new TypeReference<List<Answer>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("the documented errors of " + route + " belong into " + file, e);
        }
    }

    @BeforeAll
    static void start() {
        server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        Map<String, String> settings = new HashMap<>();
        Map<String, String> keys = new HashMap<>();
        routes().forEach(route -> {
            String name = route.substring(route.indexOf('-') + 1);
            settings.put("vvg.provider." + name + ".base", "http://127.0.0.1:" + server.port() + "/" + name);
            settings.put("vvg.provider." + name + ".enabled", "true");
            settings.put("vvg.provider." + name + ".attempts", "2");
            settings.put("vvg.provider." + name + ".backoff", "1ms");
            settings.put("vvg.provider." + name + ".maxWait", "1s");
            settings.put("vvg.provider." + name + ".rates", "100000/1s");
            settings.put("vvg.provider." + name + ".anonymousRates", "100000/1s");
            settings.put("vvg.provider." + name + ".grounds", "false");
            keys.put(name, KEY);
        });
        settings.put("vvg.online", "true");
        rig = ProviderRig.start(home, keys, settings);
    }

    @AfterAll
    static void stop() {
        rig.close();
        server.stop();
    }

    @BeforeEach
    void forget() {
        server.resetAll();
        rig.forget();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("errors")
    void isTakenForWhatItIs(String route, Answer answer) {
        server.stubFor(any(anyUrl()).willReturn(answer.response()));
        StandIn.serveLists(server);

        String told = told(route, answer.kind());

        assertThat(told)
                .contains(route.substring(route.indexOf('-') + 1).startsWith("wiki") ? "wikimedia" : name(route))
                .doesNotContain("kEy-4711", "<html", "<!", "\n");
        if (answer.says() != null) {
            assertThat(told).contains(answer.says());
        }
        assertThat(sent()).isEqualTo(answer.requests(route));
        isLeftAlone(route, answer);
        isCharged(route, answer);
    }

    /** What is said of it, once it is sure that it was taken for the right kind. */
    private static String told(String route, ErrorKind kind) {
        if (route.startsWith("media-") || route.startsWith("music-")) {
            String found = String.valueOf(ask(route));
            assertThat(found).contains(kind.meaning());
            return found;
        }
        Failure failure = failure(route);
        assertThat(failure).isInstanceOf(Failure.ExternalService.class);
        assertThat(failure.code()).isEqualTo("PROVIDER_" + kind);
        Refusal.in(failure).ifPresent(refusal -> assertThat(refusal.kind()).isEqualTo(kind));
        return failure.getMessage();
    }

    private static void isLeftAlone(String route, Answer answer) {
        if (!answer.kind().stopsProvider() && answer.pause() == null) {
            return;
        }
        String provider = file(route).provider();
        Instant until = rig.running.providers().online.apis().states().stream()
                .filter(state -> state.name().equals(provider))
                .map(ProviderState::pausedUntil)
                .findFirst()
                .orElseThrow();
        Duration least = answer.pause() == null ? Duration.ofMinutes(14) : duration(answer.pause());
        assertThat(until).isAfter(Instant.now().plus(least).minusSeconds(2));
        int before = sent();
        assertThat(
                        route.startsWith("media-") || route.startsWith("music-")
                                ? String.valueOf(ask(route))
                                : failure(route).getMessage())
                .contains("left alone until");
        assertThat(sent()).isEqualTo(before);
    }

    /** Nothing, unless a model or a voice did work that cannot be used. */
    private static void isCharged(String route, Answer answer) {
        if (route.startsWith("media-") || route.startsWith("music-")) {
            return;
        }
        boolean worked = answer.status() == 200
                && (answer.kind() == ErrorKind.INVALID_OUTPUT || answer.kind() == ErrorKind.CONTENT_REFUSED);
        List<LedgerEntry> entries = rig.running.providers().ledger.entries(rig.lastProject());
        if (!worked) {
            assertThat(entries).allMatch(entry -> entry.micros() == null || entry.micros() == 0);
        } else if (!entries.isEmpty()) {
            assertThat(entries).anyMatch(entry -> entry.micros() != null && entry.micros() > 0);
        }
    }

    /** Files that share a provider share its limits, so they must name the same: the last to be asked would win. */
    @Test
    void filesOfOneProviderSayTheSameOfItsManners() {
        Map<String, List<ProviderFile>> byProvider =
                routes().map(DocumentedErrorsTest::file).collect(Collectors.groupingBy(ProviderFile::provider));
        assertThat(byProvider.values()).allSatisfy(files -> assertThat(files)
                .extracting(ProviderFile::manners)
                .allMatch(files.get(0).manners()::equals));
    }

    private static ProviderFile file(String route) {
        return rig.running.providers().files.get(route);
    }

    private static String name(String route) {
        return route.substring(route.indexOf('-') + 1);
    }

    private static Duration duration(String text) {
        return Duration.parse("PT" + text);
    }

    private static int sent() {
        return (int) StandIn.asked(server);
    }

    private static Object ask(String route) {
        Object asked =
                route.startsWith("media-") ? Needs.of(1, "lighthouse storm") : new MusicWish(List.of("calm"), 40);
        return rig.running.camel().getCamelContext().createProducerTemplate().requestBody("direct:" + route, asked);
    }

    private static Failure failure(String route) {
        try {
            rig.ask(route);
        } catch (RuntimeException problem) {
            return ProviderRig.failure(problem);
        }
        throw new AssertionError(route + " took it for an answer");
    }
}
