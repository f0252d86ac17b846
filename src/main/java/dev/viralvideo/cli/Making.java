package dev.viralvideo.cli;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Request;
import dev.viralvideo.json.Json;
import dev.viralvideo.pipeline.Engine;
import dev.viralvideo.project.Project;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Makes one video after the other in this process and shows how far it is. */
final class Making {
    private static final long LOOK_MILLIS = 200;

    private final Engine engine;
    private final Screen screen;
    private final AtomicReference<String> current = new AtomicReference<>();

    Making(Engine engine, Screen screen) {
        this.engine = engine;
        this.screen = screen;
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "make-interrupted"));
    }

    Outcome make(Request request) {
        long started = System.nanoTime();
        screen.begins(request.topic());
        Project project = engine.create(request, null);
        current.set(project.id());
        Outcome outcome = outcome(watch(project.id()), (System.nanoTime() - started) / 1e9);
        current.set(null);
        screen.ends(outcome);
        return outcome;
    }

    private Project watch(String id) {
        try {
            while (true) {
                boolean settled = engine.awaitSettled(id, LOOK_MILLIS);
                screen.progress(engine.progress(id));
                if (settled) {
                    return engine.project(id);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure.Processing("INTERRUPTED", true, "interrupted", e);
        }
    }

    private Outcome outcome(Project project, double seconds) {
        Outcome.Error error = project.error() == null ? null : Json.read(project.error(), Outcome.Error.class);
        if (error != null) {
            engine.abandon(project.id());
        }
        List<String> degradations = error == null ? engine.degradations(project) : List.of();
        return new Outcome(
                project.id(),
                project.topic(),
                project.status().name(),
                project.outputPath(),
                error,
                degradations,
                seconds);
    }

    /** Ctrl-C: FFmpeg ends with us, and no half files stay. */
    private void interrupted() {
        String id = current.get();
        if (id != null) {
            engine.abandon(id);
        }
    }
}
