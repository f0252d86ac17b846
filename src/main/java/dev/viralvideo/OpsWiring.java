package dev.viralvideo;

import dev.viralvideo.http.ProviderState;
import dev.viralvideo.ops.WebContext;
import dev.viralvideo.ops.WebPort;
import dev.viralvideo.ops.bean.CacheBean;
import dev.viralvideo.ops.bean.DeadLettersBean;
import dev.viralvideo.ops.bean.IntakeBean;
import dev.viralvideo.ops.bean.LogBean;
import dev.viralvideo.ops.bean.ManagedBeans;
import dev.viralvideo.ops.bean.ProjectsBean;
import dev.viralvideo.ops.bean.RoutesBean;
import dev.viralvideo.ops.bean.StageBean;
import dev.viralvideo.ops.hawtio.HawtioConsole;
import dev.viralvideo.ops.health.HealthBoard;
import dev.viralvideo.ops.health.HealthPages;
import dev.viralvideo.ops.health.Part;
import dev.viralvideo.ops.health.Parts;
import dev.viralvideo.ops.metrics.Metrics;
import dev.viralvideo.ops.metrics.MetricsPage;
import dev.viralvideo.ops.route.LiveRoutes;
import dev.viralvideo.ops.steering.RouteSteering;
import dev.viralvideo.ops.steering.StageWorkers;
import dev.viralvideo.ops.user.Users;
import dev.viralvideo.pipeline.Intake;
import dev.viralvideo.pipeline.Readmission;
import dev.viralvideo.pipeline.provider.ProviderCheck;
import dev.viralvideo.project.DeadLetters;
import dev.viralvideo.project.Queues;
import dev.viralvideo.project.Stage;
import dev.viralvideo.project.Steering;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** Makes what an operator sees and steers a running service by. */
final class OpsWiring {
    private static final Duration ROUTES_LOOK = Duration.ofSeconds(2);

    private final Wiring wiring;
    private final CamelContext context;
    private final DeadLetters letters;
    private final LiveRoutes routes;

    /** @param wiring of a service that runs */
    OpsWiring(Wiring wiring) {
        this.wiring = wiring;
        this.context = wiring.camel.getCamelContext();
        this.letters = new DeadLetters(
                wiring.database, wiring.clock, new Steering(wiring.database, wiring.clock), readmission());
        this.routes = liveRoutes();
    }

    private LiveRoutes liveRoutes() {
        Path all = wiring.folders.install().resolve("routes");
        List<Path> folders = Stream.of("script", "media", "music", "voice", "intake")
                .map(all::resolve)
                .toList();
        ProviderCheck check = new ProviderCheck(wiring.providers.files, wiring.providers.jq);
        return new LiveRoutes(context, folders, all.resolve("templates"), check::check).every(ROUTES_LOOK);
    }

    private Readmission readmission() {
        Intake intake = wiring.project.intake;
        return new Readmission(
                intake::fill,
                wiring.settings.intake().mostFileBytes(),
                submission -> intake.accept(List.of(submission)));
    }

    LiveRoutes routes() {
        return routes;
    }

    /** What the server serves. */
    List<WebContext> contexts(Users users) {
        return List.of(
                new WebContext(WebPort.MANAGEMENT, "/health", new HealthPages(health())),
                new WebContext(WebPort.MANAGEMENT, "/metrics", new MetricsPage(metrics())),
                new WebContext(WebPort.MANAGEMENT, "/hawtio/", new HawtioConsole(users)));
    }

    private Metrics metrics() {
        Metrics metrics = wiring.service.metrics.ofTheProcess();
        metrics.providers(wiring.providers.online::states);
        metrics.costs(() -> wiring.providers.ledger.sums(
                YearMonth.now(wiring.clock.withZone(ZoneOffset.UTC)).toString()));
        metrics.gauges()
                .queues(new Queues(wiring.database, wiring.clock)::depths)
                .projects(wiring.store::counts)
                .cache(wiring.providers.cache)
                .one("vvg.dead.letters", "What could not be worked on and waits for a replay", letters::waiting)
                .one(
                        "vvg.outbox.age.seconds",
                        "How long the oldest event waits",
                        () -> wiring.outbox.age().toMillis() / 1e3)
                .one("vvg.ffmpeg.running", "FFmpeg programs of this process", wiring.ffmpeg::running)
                .one(
                        "vvg.disk.free.bytes",
                        "Free where the data folder is",
                        wiring.folders.data().toFile()::getUsableSpace);
        return metrics;
    }

    private HealthBoard health() {
        List<Part> parts = new ArrayList<>(List.of(
                Parts.database(wiring.outbox, wiring.database.name()),
                Parts.ffmpeg(wiring.ffmpeg),
                Parts.voice(wiring.voice),
                Parts.disk(wiring.folders.data(), wiring.settings.intake().leastFreeBytes()),
                Parts.intake(wiring.service.gate),
                Parts.outbox(wiring.outbox),
                Parts.routes(routes::problems, wiring.choices::held),
                Parts.deadLetters(letters)));
        if (wiring.broker != null) {
            parts.add(Parts.broker(wiring.broker.state()));
        }
        return new HealthBoard(context, parts, this::providers);
    }

    /** What an operator does beside starting and stopping routes. */
    void registerBeans() {
        RouteSteering steering = wiring.camel.lookup("routeSteering", RouteSteering.class);
        StageWorkers workers = new StageWorkers(context, steering);
        Queues queues = new Queues(wiring.database, wiring.clock);
        ManagedBeans beans = new ManagedBeans(context);
        for (Stage stage : Stage.values()) {
            beans.register(
                    "type=stage,name=" + stage.name().toLowerCase(Locale.ROOT), new StageBean(stage, queues, workers));
        }
        beans.register("type=intake", new IntakeBean(context, wiring.service.gate, steering));
        beans.register("type=projects", new ProjectsBean(wiring.pipeline, wiring.store));
        beans.register("type=dead-letters", new DeadLettersBean(letters));
        beans.register("type=routes", new RoutesBean(routes, wiring.choices));
        beans.register("type=cache", new CacheBean(wiring.providers.cache));
        beans.register("type=log", new LogBean());
    }

    private Stream<Part> providers() {
        return wiring.providers.online.states().stream()
                .map(ProviderState::name)
                .map(name -> Parts.provider(name, () -> provider(name), wiring.clock));
    }

    private ProviderState provider(String name) {
        return wiring.providers.online.states().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
