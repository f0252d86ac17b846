package dev.viralvideo.performance;

import dev.viralvideo.Wiring;
import dev.viralvideo.config.Settings;
import dev.viralvideo.helpers.ProviderRig;
import dev.viralvideo.intake.Request;
import dev.viralvideo.json.Json;
import dev.viralvideo.keys.KeyName;
import dev.viralvideo.keys.KeyStore;
import dev.viralvideo.keys.Secret;
import dev.viralvideo.media.MediaAssets;
import dev.viralvideo.media.Needs;
import dev.viralvideo.media.PictureCheck;
import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.pipeline.Engine;
import dev.viralvideo.pipeline.Findings;
import dev.viralvideo.pipeline.HostedSearch;
import dev.viralvideo.pipeline.MediaSearch;
import dev.viralvideo.pipeline.MediaSearchRoutes;
import dev.viralvideo.pipeline.Plugins;
import dev.viralvideo.project.Database;
import dev.viralvideo.project.ProgressReader;
import dev.viralvideo.project.Stage;
import dev.viralvideo.project.StageProgress;
import dev.viralvideo.project.StageState;
import dev.viralvideo.project.TemporaryFolder;
import dev.viralvideo.stock.LicenceRules;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/**
 * How long it takes to find the pictures of a video of ten segments at the five hosted providers, 300 ms each an answer:
 * the search alone, and the whole stage with choice, downloads and checks; and what a provider costs a batch of 50
 * projects that never answers.
 */
public final class SourcingBench {
    private static final int SEGMENTS = 10;
    private static final int LATENCY_MILLIS = 300;
    private static final int PROJECTS = 50;
    private static final String[] THINGS = {
        "harbour", "lantern", "glacier", "orchard", "violin", "desert", "cathedral", "windmill", "volcano", "library"
    };

    private SourcingBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = TemporaryFolder.untilExit("sourcing");
        search(folder);
        stage(folder);
        batch(folder);
        System.exit(0); // the voice of the service is loaded by a thread that nobody waits for
    }

    private static void search(Path folder) throws Exception {
        for (int works : new int[] {8, 4}) {
            List<Double> seconds = new ArrayList<>();
            try (MediaHosts hosts = new MediaHosts(LATENCY_MILLIS, works, null)) {
                for (int round = 0; round < 6; round++) {
                    Path home = folder.resolve("search-" + works + "-" + round);
                    try (Searching searching = new Searching(home, unlimited(hosts, null))) {
                        double took = searching.seconds(needs(round, SEGMENTS), null);
                        if (round > 0) { // classes are loaded in the first
                            seconds.add(took);
                        }
                    }
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "search for %d segments, %d providers, %d ms an answer, %s: %s s%n",
                    SEGMENTS,
                    MediaHosts.PROVIDERS.size(),
                    LATENCY_MILLIS,
                    works >= 6 ? "enough at the first question" : "a second question each",
                    seconds);
        }
    }

    /** By a real service that does nothing but scripts, which are given, and media. */
    private static void stage(Path folder) throws Exception {
        try (MediaHosts hosts = new MediaHosts(LATENCY_MILLIS, 8, folder)) {
            Path home = folder.resolve("stage");
            Map<String, String> arguments = new TreeMap<>(hosts.settings(null));
            arguments.putAll(Map.of(
                    "vvg.stages", "script,media",
                    "vvg.intake.folder", "false",
                    "vvg.http.contact", "bench@example.org",
                    "vvg.http.allow", "localhost:" + hosts.port()));
            Settings settings = Settings.load(Path.of("").toAbsolutePath(), home, Map.of(), arguments);
            settings.folders().create();
            for (String key : List.of("pexels", "pixabay", "unsplash")) {
                new KeyStore(settings.providers().keysFolder(), null)
                        .set(new KeyName(key), new Secret("a-key-for-the-bench"));
            }
            List<Double> seconds = new ArrayList<>();
            try (Engine engine = Wiring.service(settings);
                    Database database = Database.open(settings.database().url(), null, null)) {
                ProgressReader progress = new ProgressReader(database, Clock.systemUTC());
                for (int round = 0; round < 4; round++) {
                    String id = engine.create(request(round), null).id();
                    double took = mediaSeconds(progress, id);
                    MediaAssets found = Json.read(engine.project(id).mediaAssets(), MediaAssets.class);
                    if (found.clips().stream().anyMatch(clip -> clip.provider().equals("backdrop"))) {
                        throw new IllegalStateException(
                                "not every segment has a picture: " + found.degradations() + " " + found.skipped());
                    }
                    if (round > 0) {
                        seconds.add(took);
                    }
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "whole media stage, %d segments with one download each, %d ms an answer: %s s%n",
                    SEGMENTS,
                    LATENCY_MILLIS,
                    seconds);
        }
    }

    private static Request request(int round) {
        List<String> script = IntStream.range(0, SEGMENTS)
                .mapToObj(i -> "The " + THINGS[(i + round) % SEGMENTS] + " number " + (char) ('a' + round)
                        + " changes with every hour of the light.")
                .toList();
        return new Request(
                "Places " + round,
                "facts",
                null,
                null,
                null,
                null,
                "none",
                "none",
                null,
                script,
                null,
                null,
                null,
                (long) round);
    }

    private static double mediaSeconds(ProgressReader progress, String id) throws InterruptedException {
        while (true) {
            for (StageProgress stage : progress.read(id).stages()) {
                if (stage.stage() == Stage.MEDIA && stage.state() == StageState.DONE) {
                    return Duration.between(stage.startedAt(), stage.finishedAt())
                                    .toMillis()
                            / 1000.0;
                }
            }
            Thread.sleep(20);
        }
    }

    private static void batch(Path folder) throws Exception {
        try (MediaHosts hosts = new MediaHosts(LATENCY_MILLIS, 8, null)) {
            double[] seconds = new double[2];
            for (int i = 0; i < 2; i++) {
                String dead = i == 0 ? null : "pexels";
                try (Searching searching = new Searching(folder.resolve("batch-" + i), unlimited(hosts, dead))) {
                    double begin = System.nanoTime();
                    for (int project = 0; project < PROJECTS; project++) {
                        searching.seconds(needs(project, 5), dead);
                    }
                    seconds[i] = (System.nanoTime() - begin) / 1e9;
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "batch of %d projects of 5 segments: %.1f s; with one provider silent (time-out 10 s, window 60 s):"
                            + " %.1f s, %d requests sent to it%n",
                    PROJECTS,
                    seconds[0],
                    seconds[1],
                    hosts.unanswered());
        }
    }

    /** What is measured is the search: a provider's own limits (20 requests a minute without a key) would hide it. */
    private static Map<String, String> unlimited(MediaHosts hosts, String dead) {
        Map<String, String> settings = new TreeMap<>(hosts.settings(dead));
        MediaHosts.PROVIDERS.forEach(name -> settings.put("vvg.provider." + name + ".rates", "100000/1s"));
        return settings;
    }

    private static List<ShotNeed> needs(int round, int segments) {
        return IntStream.range(0, segments)
                .mapToObj(i -> Needs.of(i, THINGS[i] + " number " + (char) ('a' + i) + " " + round, THINGS[i]))
                .toList();
    }

    /** The real search routes over the real provider files. */
    private static final class Searching implements AutoCloseable {
        private final ProviderRig rig;
        private final ExecutorService segments = Executors.newFixedThreadPool(SEGMENTS);
        private final ExecutorService searches = Executors.newFixedThreadPool(60);

        Searching(Path home, Map<String, String> settings) throws Exception {
            rig = new ProviderRig(home, settings, List.of());
            HostedSearch search = new HostedSearch(
                    rig.files, rig.call, rig.readiness, rig.online, new LicenceRules(false, List.of()));
            rig.bind("providerSearch", new MediaSearch(search, new PictureCheck(480)));
            rig.bind("plugins", new Plugins(rig.camel));
            rig.bind("media-pool", segments);
            rig.bind("media-search-pool", searches);
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
            MediaHosts.PROVIDERS.forEach(provider -> files.add(Path.of("routes/media", provider + ".camel.yaml")));
            rig.start(files);
        }

        /** @param dead the only one that may not answer, or null */
        double seconds(List<ShotNeed> needs, String dead) {
            long begin = System.nanoTime();
            List<?> found = rig.template().requestBody("direct:bench", needs, List.class);
            double took = Math.round((System.nanoTime() - begin) / 1e7) / 100.0;
            for (Object one : found) {
                Findings findings = (Findings) one;
                List<String> silent = new ArrayList<>(findings.remarks().keySet());
                silent.remove(dead);
                if (findings.candidates().isEmpty() || !silent.isEmpty()) {
                    throw new IllegalStateException("not everybody answered: " + findings.remarks());
                }
            }
            return took;
        }

        @Override
        public void close() {
            rig.close();
            segments.shutdownNow();
            searches.shutdownNow();
        }
    }
}
