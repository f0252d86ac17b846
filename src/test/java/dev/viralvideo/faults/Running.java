package dev.viralvideo.faults;

import dev.viralvideo.Wiring;
import dev.viralvideo.config.Settings;
import dev.viralvideo.intake.Request;
import dev.viralvideo.pipeline.Engine;
import dev.viralvideo.project.ProjectStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** The service in this JVM, where a test needs no process that it can kill. */
final class Running implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    final Projects projects;
    private final Engine engine;

    Running(Path home, Map<String, String> settings, Clock clock) {
        Map<String, String> all = new HashMap<>(Topics.CHEAP);
        all.putAll(settings);
        System.setProperty("vvg.log.folder", home.resolveSibling("logs").toString());
        projects = new Projects(home, all);
        engine = Wiring.service(Settings.load(Path.of("").toAbsolutePath(), home, Map.of(), all), clock);
    }

    Running(Path home, Map<String, String> settings) {
        this(home, settings, Clock.systemUTC());
    }

    String create(Request request) {
        return projects.create(request);
    }

    String waitingFor() {
        return engine.intakeWaits().orElse("");
    }

    void awaitStatus(String id, ProjectStatus status) {
        await(status + " of " + id, () -> {
            ProjectStatus now = projects.status(id);
            if (now.terminal() && now != status) {
                throw new AssertionError(
                        id + " is " + now + ": " + projects.get(id).error());
            }
            return now == status;
        });
    }

    static void await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(condition::getAsBoolean);
    }

    @Override
    public void close() {
        engine.drain(Duration.ZERO);
        engine.close();
        projects.close();
    }
}
