package dev.viralvideo.pipeline;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.viralvideo.helpers.ProviderRig;
import dev.viralvideo.helpers.Troubles;
import dev.viralvideo.pipeline.HostedSearch.Hits;
import dev.viralvideo.stock.LicenceRules;
import dev.viralvideo.stock.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in routes/music, against stand-ins; its answer lies in {@code stand-ins/music/NAME.json}. */
class MusicProviderContractTest {
    private static final Path TEMPLATE = Path.of("routes/templates/music-provider.camel.yaml");
    private static final MusicWish WISH = new MusicWish(List.of("calm instrumental", "calm"), 40);

    private static final Map<String, ResponseDefinitionBuilder> TROUBLES = Troubles.all();

    @TempDir
    private Path home;

    private WireMockServer server;
    private ProviderRig rig;
    private Map<String, String> limits = Map.of();

    static List<String> providers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes/music"))) {
            return files.map(file -> file.getFileName().toString().replace(".camel.yaml", ""))
                    .sorted()
                    .toList();
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
        rig.close();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void whatItFindsIsMusicThatMayBeUsed(String provider) throws Exception {
        Path sample = Path.of("src/test/resources/stand-ins/music", provider + ".json");
        Hits hits = search(provider, json(Files.readString(sample).replace("@BASE@", server.baseUrl())));

        assertThat(hits.fault()).isNull();
        assertThat(hits.hits()).isNotEmpty().allSatisfy(hit -> {
            assertThat(hit.work().kind()).isEqualTo(Work.Kind.AUDIO);
            assertThat(hit.work().licence().forbidsChanges()).isFalse();
            assertThat(hit.work().licence().forbidsCommerce()).isFalse();
            assertThat(hit.work().renditions()).isNotEmpty();
        });
        Work first = hits.hits().get(0).work();
        assertThat(first.licence().author()).isNotBlank();
        assertThat(first.licence().title()).isNotBlank();
        assertThat(first.licence().pageUrl()).startsWith("https://");
        assertThat(first.seconds()).isBetween(60.0, 200.0);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void nothingFoundIsNoFault(String provider) throws Exception {
        Hits empty = search(provider, json("{\"headers\":{\"code\":0},\"results\":[],\"count\":0}"));
        assertThat(empty.hits()).isEmpty();
        assertThat(empty.fault()).isNull();
    }

    static Stream<Arguments> faults() throws IOException {
        return providers().stream()
                .flatMap(provider -> TROUBLES.keySet().stream().map(fault -> Arguments.of(provider, fault)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void aFaultIsNamedAndNothingIsFound(String provider, String fault) throws Exception {
        limits = Troubles.LIMITS;
        Hits hits = search(provider, TROUBLES.get(fault));
        assertThat(hits.hits()).isEmpty();
        assertThat(hits.fault()).isNotBlank().doesNotContain("stand-in-key");
    }

    @Test
    void jamendosTracksThatMayRaiseAClaimComeLast() throws Exception {
        Path sample = Path.of("src/test/resources/stand-ins/music/jamendo.json");
        Hits hits = search("jamendo", json(Files.readString(sample).replace("@BASE@", server.baseUrl())));
        assertThat(hits.hits()).extracting(hit -> hit.work().id()).containsExactly("1900001", "1900002");
    }

    private Hits search(String provider, ResponseDefinitionBuilder answer) throws Exception {
        server.stubFor(any(anyUrl()).willReturn(answer));
        if (rig == null) {
            String of = "vvg.provider." + provider + ".";
            Map<String, String> settings = new HashMap<>(Map.of(of + "base", server.baseUrl()));
            limits.forEach((name, value) -> settings.put(of + name, value));
            rig = new ProviderRig(home, settings, List.of());
            rig.bind(
                    "musicSearch",
                    new MusicSearch(new HostedSearch(
                            rig.files, rig.call, rig.readiness, rig.online, new LicenceRules(false, List.of()))));
            rig.start(List.of(TEMPLATE, Path.of("routes/music", provider + ".camel.yaml")));
        }
        return rig.template().requestBody("direct:music-" + provider, WISH, Hits.class);
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }
}
