package dev.viralvideo.performance;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.viralvideo.helpers.ProviderRig;
import dev.viralvideo.media.Needs;
import dev.viralvideo.media.PictureCheck;
import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.pipeline.Findings;
import dev.viralvideo.pipeline.HostedSearch;
import dev.viralvideo.pipeline.MediaSearch;
import dev.viralvideo.pipeline.MediaSearchRoutes;
import dev.viralvideo.pipeline.Plugins;
import dev.viralvideo.stock.LicenceRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/** How long the search for the pictures of ten segments takes over the five hosted providers, 300 ms each an answer. */
public final class SourcingBench {
    private static final List<String> PROVIDERS =
            List.of("pexels", "pixabay", "unsplash", "openverse", "wikimedia-commons");
    private static final int SEGMENTS = 10;
    private static final int LATENCY_MILLIS = 300;

    private SourcingBench() {}

    public static void main(String[] arguments) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            seconds.add(round());
        }
        System.out.printf(
                "sourcing %d segments over %d stand-ins of %d ms: %s s (first with class loading)%n",
                SEGMENTS, PROVIDERS.size(), LATENCY_MILLIS, seconds);
    }

    private static double round() throws Exception {
        Path home = Files.createTempDirectory("sourcing");
        WireMockServer server = new WireMockServer(
                wireMockConfig().dynamicPort().bindAddress("127.0.0.1").containerThreads(80));
        server.start();
        Map<String, String> settings = new HashMap<>();
        for (String provider : PROVIDERS) {
            settings.put("vvg.provider." + provider + ".base", server.url("/" + provider));
            settings.put("vvg.provider." + provider + ".enabled", "true");
            serve(server, provider);
        }
        try (ProviderRig rig = new ProviderRig(home, settings, List.of())) {
            start(rig);
            List<ShotNeed> needs = IntStream.range(0, SEGMENTS)
                    .mapToObj(i -> Needs.of(i, "lighthouse number " + (char) ('a' + i), "lighthouse"))
                    .toList();
            long begin = System.nanoTime();
            List<?> found = rig.template().requestBody("direct:bench", needs, List.class);
            double took = Math.round((System.nanoTime() - begin) / 1e7) / 100.0;
            for (Object one : found) {
                Findings findings = (Findings) one;
                if (findings.candidates().isEmpty() || !findings.remarks().isEmpty()) {
                    throw new IllegalStateException("not everybody answered: " + findings.remarks());
                }
            }
            return took;
        } finally {
            server.stop();
        }
    }

    /** Enough candidates that no provider has to be asked twice, as it is with common terms. */
    private static void serve(WireMockServer server, String provider) throws Exception {
        String sample = Files.readString(Path.of("src/test/resources/stand-ins/media", provider + ".json"));
        server.stubFor(any(com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching("/" + provider + "/.*"))
                .willReturn(aResponse()
                        .withFixedDelay(LATENCY_MILLIS)
                        .withHeader("Content-Type", "application/json")
                        .withBody(sample.replace("@BASE@", server.baseUrl()))));
        server.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)));
    }

    private static void start(ProviderRig rig) throws Exception {
        HostedSearch search =
                new HostedSearch(rig.files, rig.call, rig.readiness, rig.online, new LicenceRules(false, List.of()));
        rig.bind("providerSearch", new MediaSearch(search, new PictureCheck(480)));
        rig.bind("plugins", new Plugins(rig.camel));
        rig.bind("media-pool", Executors.newFixedThreadPool(10));
        rig.bind("media-search-pool", Executors.newFixedThreadPool(60));
        Properties places = new Properties();
        places.put("vvg.media.time-limit", "12000");
        rig.camel.getPropertiesComponent().setOverrideProperties(places);
        rig.camel.addRoutes(new MediaSearchRoutes());
        rig.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:bench")
                        .split(body(), new GroupedBodyAggregationStrategy())
                        .parallelProcessing()
                        .executorService("media-pool")
                        .to("direct:media-search");
            }
        });
        List<Path> files = new ArrayList<>(List.of(Path.of("routes/templates/media-provider.camel.yaml")));
        PROVIDERS.forEach(provider -> files.add(Path.of("routes/media", provider + ".camel.yaml")));
        rig.start(files);
    }
}
