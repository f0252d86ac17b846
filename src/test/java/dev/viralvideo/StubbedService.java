package dev.viralvideo;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.config.Settings;
import dev.viralvideo.media.MediaAssets;
import dev.viralvideo.ops.Service;
import dev.viralvideo.pipeline.Engine;
import dev.viralvideo.pipeline.Order;
import dev.viralvideo.project.Database;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.ProjectSummary;
import dev.viralvideo.project.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/** The real service, whose stages only say that they were here: what is tested is everything round them. */
public final class StubbedService implements AutoCloseable {
    private static final Map<Stage, List<String>> STEPS = Map.of(
            Stage.SCRIPT, List.of("script-write"),
            Stage.MEDIA, List.of("media-source"),
            Stage.AUDIO, List.of("audio-narrate", "audio-mix"),
            Stage.VIDEO, List.of("video-render", "video-publish"));

    private final Engine engine;
    /** Null without an HTTP server. */
    private final Service service;

    private final Started started;
    private final List<String> worked;
    private final Database database;

    private StubbedService(Settings settings, boolean served, Started started, List<String> worked) {
        this.service = served ? Wiring.serve(settings, started) : null;
        this.engine = served ? service.engine() : Wiring.service(settings, started);
        this.started = started;
        this.worked = worked;
        this.database = Database.open(
                settings.database().url(),
                settings.database().user(),
                settings.database().password());
    }

    public static Builder at(Path home) {
        return new Builder(home);
    }

    /** How a service is started. */
    public static final class Builder {
        private final Path home;
        private final Map<String, String> arguments = new LinkedHashMap<>();
        private Path install = Path.of("").toAbsolutePath();
        private BiConsumer<Stage, Order> work = (stage, order) -> {};

        private Builder(Path home) {
            this.home = home;
            set("vvg.intake.settle", "200");
        }

        public Builder set(String key, String value) {
            arguments.put(key, value);
            return this;
        }

        /** With routes, templates and styles of its own in place of this checkout's. */
        public Builder installed(Path folder) {
            install = folder;
            return this;
        }

        /** What each stage does; throws to fail. */
        public Builder working(BiConsumer<Stage, Order> stages) {
            work = stages;
            return this;
        }

        public Builder taking(Duration time) {
            return working((stage, order) -> {
                try {
                    Thread.sleep(time.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        public StubbedService start() {
            return start(false);
        }

        /** Likewise, with the HTTP server at any free port. */
        public StubbedService serve() {
            return set("vvg.web.port", "0").start(true);
        }

        private StubbedService start(boolean served) {
            List<String> worked = Collections.synchronizedList(new ArrayList<>());
            Settings settings = Settings.load(install, home, Map.of(), arguments);
            return new StubbedService(settings, served, new Started(work, worked), worked);
        }
    }

    /** With its HTTP server. */
    public Service service() {
        return service;
    }

    public Engine engine() {
        return engine;
    }

    public CamelContext camel() {
        return started.camel;
    }

    /** Stage and project of each piece of work, in the order it was done. */
    public List<String> worked() {
        return List.copyOf(worked);
    }

    /** All that are stored, seen from outside. */
    public List<ProjectSummary> projects() {
        return new ProjectStore(database).list(null, null, 10_000);
    }

    public List<String> topics() {
        return projects().stream().map(ProjectSummary::topic).toList();
    }

    public long completed() {
        return new ProjectStore(database).counts().get(ProjectStatus.COMPLETED);
    }

    /** In good order. */
    @Override
    public void close() {
        database.close();
        if (service == null) {
            engine.drain(Duration.ofSeconds(2));
            engine.close();
        } else {
            service.drain(Duration.ofSeconds(2));
            service.close();
        }
    }

    private static final class Started extends MainListenerSupport {
        private final BiConsumer<Stage, Order> work;
        private final List<String> worked;
        private CamelContext camel;

        private Started(BiConsumer<Stage, Order> work, List<String> worked) {
            this.work = work;
            this.worked = worked;
        }

        @Override
        public void afterConfigure(BaseMainSupport main) {
            camel = main.getCamelContext();
            STEPS.forEach((stage, routes) -> routes.forEach(route -> replace(stage, route, routes)));
        }

        private void replace(Stage stage, String route, List<String> routes) {
            boolean last = route.equals(routes.get(routes.size() - 1));
            try {
                AdviceWith.adviceWith(camel, route, advice -> advice.replaceFromWith("direct:unused-" + route));
                camel.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:" + route)
                                .routeId("stub-" + route)
                                .errorHandler(noErrorHandler())
                                .process(exchange -> {
                                    if (last) {
                                        work(stage, exchange);
                                    }
                                });
                    }
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private void work(Stage stage, Exchange exchange) throws IOException {
            Order order = exchange.getVariable("order", Order.class);
            work.accept(stage, order);
            worked.add(stage + " " + order.projectId());
            exchange.getMessage().setBody(result(stage, order));
        }

        /** The least that the next stage accepts: the video stage looks whether its files are there. */
        private static Object result(Stage stage, Order order) throws IOException {
            return switch (stage) {
                case SCRIPT -> null;
                case MEDIA -> new MediaAssets(List.of(), List.of(), List.of());
                case AUDIO -> {
                    Path mix = Files.writeString(order.work().resolve("mix.m4a"), "");
                    yield new AudioTracks(mix.toString(), 0, List.of(), "none", null, List.of());
                }
                case VIDEO -> "output/" + order.projectId();
            };
        }
    }
}
