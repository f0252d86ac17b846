package dev.viralvideo;

import dev.viralvideo.config.Settings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.pipeline.AudioRoutes;
import dev.viralvideo.pipeline.BrokerEdge;
import dev.viralvideo.pipeline.FfmpegRoutes;
import dev.viralvideo.pipeline.MediaRoutes;
import dev.viralvideo.pipeline.MediaSearchRoutes;
import dev.viralvideo.pipeline.ProjectRoutes;
import dev.viralvideo.pipeline.Queues;
import dev.viralvideo.pipeline.ScriptRoutes;
import dev.viralvideo.pipeline.ServiceRoutes;
import dev.viralvideo.pipeline.VideoRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** Tells Camel how to run and which routes: those of this program and those in {@code routes/}. */
final class CamelWiring {
    private final Main camel;
    private final Settings settings;
    private final boolean service;

    CamelWiring(Main camel, Settings settings, boolean service) {
        this.camel = camel;
        this.settings = settings;
        this.service = service;
    }

    void configure() {
        camel.configure().setName("vvg");
        // the faces stop it in good order; at a sudden exit its hook would wait for that half a minute and in vain
        camel.setShutdownStrategy(new SimpleMainShutdownStrategy());
        camel.configure().setJmxEnabled(service);
        camel.configure().health().withEnabled(service);
        // our own checks say what to do; a route that an operator stopped is not ill
        camel.configure().health().withExposureLevel("full");
        camel.configure().health().withRoutesEnabled(false);
        camel.configure().health().setConsumersEnabled(false);
        camel.configure().health().setProducersEnabled(false);
        // a command closes when its project has ended, so that nothing is under way that would be worth waiting for
        camel.configure().setShutdownTimeout(service ? 10 : 1);
        camel.configure().setRoutesIncludePattern(routeFiles());
        properties();
        spine().forEach(camel.configure()::addRoutesBuilder);
    }

    private String routeFiles() {
        String routes = "file:" + settings.folders().install() + "/routes/";
        List<String> folders = new ArrayList<>(List.of("templates/", "", "script/", "media/", "music/", "voice/"));
        if (service) {
            folders.add("intake/");
        }
        return folders.stream().map(folder -> routes + folder + "*.camel.yaml").collect(Collectors.joining(","));
    }

    private void properties() {
        camel.addProperty("camel.component.properties.environmentVariableMode", "FALLBACK");
        settings.properties().all().forEach((key, value) -> camel.addOverrideProperty(key, value.text()));
        camel.addOverrideProperty("vvg.inbox", settings.folders().inbox().toString());
        Queues.properties(settings, service).forEach(camel::addOverrideProperty);
        BrokerEdge.properties(settings).forEach(camel::addOverrideProperty);
    }

    private List<RoutesBuilder> spine() {
        List<RoutesBuilder> spine = new ArrayList<>(List.of(
                new ProjectRoutes(),
                new ScriptRoutes(),
                new MediaRoutes(),
                new MediaSearchRoutes(),
                new AudioRoutes(),
                new VideoRoutes(),
                new FfmpegRoutes()));
        if (service) {
            spine.add(new ServiceRoutes());
        }
        return spine;
    }

    /** Most often a broken file in routes/: its own message names file and line. */
    static Failure unstartable(RuntimeException problem) {
        Throwable root = problem;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root instanceof Failure failure
                ? failure
                : new Failure.Configuration(
                        "BAD_ROUTES",
                        "the routes do not start: "
                                + String.valueOf(root.getMessage()).replaceAll("\\s*\\R\\s*", " "),
                        problem);
    }
}
