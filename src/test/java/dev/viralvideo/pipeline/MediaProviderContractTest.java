package dev.viralvideo.pipeline;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.viralvideo.helpers.ProviderRig;
import dev.viralvideo.helpers.Troubles;
import dev.viralvideo.media.Candidate;
import dev.viralvideo.media.Needs;
import dev.viralvideo.media.PictureCheck;
import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.stock.LicenceRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file in routes/media that searches a hosted provider, against a stand-in that behaves as badly as its fact
 * sheet says. A new file is tested by being there; its answer lies in {@code stand-ins/media/NAME.json}.
 */
class MediaProviderContractTest {
    private static final Path TEMPLATE = Path.of("routes/templates/media-provider.camel.yaml");
    private static final ShotNeed NEED = Needs.of(1, "lighthouse storm", "lighthouse");

    private static final Map<String, ResponseDefinitionBuilder> TROUBLES = Troubles.all();

    @TempDir
    private Path home;

    private WireMockServer server;
    private ProviderRig rig;
    private Map<String, String> limits = Map.of();

    static List<String> providers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes/media"))) {
            return files.filter(file -> hosted(file))
                    .map(file -> file.getFileName().toString().replace(".camel.yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    private static boolean hosted(Path file) {
        try {
            return Files.readString(file).contains("routeTemplateRef: media-provider");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void startServer() {
        server = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        if (rig != null) {
            rig.close();
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void whatItFindsIsNormalised(String provider) throws Exception {
        answers(sample(provider));

        Findings found = search(provider);

        assertThat(found.remarks()).isEmpty();
        assertThat(found.candidates()).isNotEmpty().allSatisfy(candidate -> {
            assertThat(candidate.provider()).isEqualTo(provider);
            assertThat(candidate.id()).isNotBlank();
            assertThat(candidate.work().renditions())
                    .allSatisfy(rendition ->
                            assertThat(rendition.url()).startsWith("http").doesNotContain("m3u8"));
            assertThat(candidate.licence().code()).isNotBlank();
            assertThat(candidate.licence().name()).isNotBlank();
            assertThat(candidate.licence().forbidsChanges()).isFalse();
            assertThat(candidate.licence().forbidsCommerce()).isFalse();
            assertThat(candidate.text() + candidate.licence().author()).doesNotContain("<", "&amp;");
        });
        assertThat(found.candidates()).anySatisfy(candidate -> {
            assertThat(candidate.text().toLowerCase()).contains("lighthouse");
            assertThat(candidate.licence().author()).isNotBlank();
            assertThat(candidate.licence().pageUrl()).startsWith("https://");
            assertThat(candidate.width()).isPositive();
        });
        assertThat(found.candidates()).extracting(Candidate::key).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void asksPolitelyAndOnlyOnceForTheSame(String provider) throws Exception {
        answers(sample(provider));

        search(provider);
        List<LoggedRequest> first = server.findAll(anyRequestedFor(anyUrl()));
        Findings again = search(provider);

        assertThat(first).isNotEmpty().allSatisfy(request -> {
            assertThat(request.getHeader("User-Agent"))
                    .startsWith("ViralVideoGenerator/")
                    .contains("tests@example.org");
            assertThat(request.getUrl()).containsAnyOf("lighthouse%20storm", "lighthouse");
        });
        assertThat(again.candidates()).isNotEmpty();
        assertThat(server.findAll(anyRequestedFor(anyUrl()))).hasSameSizeAs(first);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void nothingFoundIsNoFault(String provider) throws Exception {
        for (String empty : List.of(
                "{\"videos\":[],\"photos\":[],\"results\":[],\"hits\":[],\"total\":0}",
                "{\"batchcomplete\":true}",
                "{\"videos\":null,\"photos\":null,\"results\":null,\"hits\":null,\"query\":null}")) {
            answers(json(empty));
            Findings found = search(provider);
            assertThat(found.candidates()).isEmpty();
            assertThat(found.remarks()).isEmpty();
            rig.cache.invalidate("*");
        }
    }

    static Stream<Arguments> faults() throws IOException {
        return providers().stream()
                .flatMap(provider -> TROUBLES.keySet().stream().map(fault -> Arguments.of(provider, fault)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void aFaultIsNamedAndNothingIsFound(String provider, String fault) throws Exception {
        limits = Troubles.LIMITS;
        answers(TROUBLES.get(fault));

        Findings found = search(provider);

        assertThat(found.candidates()).isEmpty();
        assertThat(found.remarks()).containsOnlyKeys(provider);
        assertThat(found.remarks().get(provider)).isNotBlank().doesNotContain("stand-in-key");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void withoutItsKeyItIsNotAsked(String provider) throws Exception {
        answers(sample(provider));
        rig(provider);
        assumeTrue(rig.files.get("media-" + provider).flag("needsKey"));
        rig.close();
        rig = new ProviderRig(home, settings(provider), List.of(), Map.of());
        startRig(provider);

        assertThat(search(provider)).isEqualTo(Findings.NONE);
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void itsKeyIsInNoRouteAndInNoCachedAnswer(String provider) throws Exception {
        answers(sample(provider));
        search(provider);

        String routes = rig.files.get("media-" + provider).toString();
        assertThat(routes).doesNotContain("stand-in-key");
        try (Stream<Path> written = Files.walk(home)) {
            assertThat(written.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("stand-in-key"));
        }
    }

    private void answers(ResponseDefinitionBuilder answer) {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    private ResponseDefinitionBuilder sample(String provider) throws IOException {
        Path file = Path.of("src/test/resources/stand-ins/media", provider + ".json");
        return json(Files.readString(file).replace("@BASE@", server.baseUrl()));
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    private Map<String, String> settings(String provider) {
        String of = "vvg.provider." + provider + ".";
        Map<String, String> settings = new HashMap<>(Map.of(of + "base", server.baseUrl(), of + "enabled", "true"));
        limits.forEach((name, value) -> settings.put(of + name, value));
        return settings;
    }

    private void rig(String provider) throws Exception {
        if (rig == null) {
            rig = new ProviderRig(home, settings(provider), List.of());
            startRig(provider);
        }
    }

    private void startRig(String provider) throws Exception {
        HostedSearch search =
                new HostedSearch(rig.files, rig.call, rig.readiness, rig.online, new LicenceRules(false, List.of()));
        rig.bind("providerSearch", new MediaSearch(search, new PictureCheck(480)));
        rig.start(List.of(TEMPLATE, Path.of("routes/media", provider + ".camel.yaml")));
    }

    private Findings search(String provider) throws Exception {
        rig(provider);
        return rig.template().requestBody("direct:media-" + provider, NEED, Findings.class);
    }
}
