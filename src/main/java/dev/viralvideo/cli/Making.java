package dev.viralvideo.cli;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Request;
import dev.viralvideo.json.Json;
import dev.viralvideo.pipeline.Engine;
import dev.viralvideo.project.Project;
import java.util.List;

/** Makes one video after the other in this process and shows how far it is. */
final class Making {
    private static final long LOOK_MILLIS = 200;

    private final Engine engine;
    private final Screen screen;
    private final Interruption interruption;

    Making(Engine engine, Screen screen, Interruption interruption) {
        this.engine = engine;
        this.screen = screen;
        this.interruption = interruption;
    }

    Outcome make(Request request) {
        long started = System.nanoTime();
        Project project;
        try {
            project = engine.create(request, null);
        } catch (Failure failure) {
            return Outcome.refused(request.topic(), failure);
        }
        screen.begins(request.topic());
        Outcome outcome;
        try {
            outcome = outcome(watch(project.id()), seconds(started));
        } catch (Failure unkept) {
            engine.abandon(project.id());
            outcome = Outcome.failed(project.id(), request.topic(), unkept, seconds(started));
        }
        screen.ends(outcome);
        return outcome;
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private Project watch(String id) {
        try {
            while (true) {
                boolean settled = engine.awaitSettled(id, LOOK_MILLIS);
                screen.progress(engine.progress(id));
                if (interruption.raised()) {
                    // FFmpeg ends with us, and no half files stay
                    engine.abandon(id);
                    return engine.project(id);
                }
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
        List<String> degradations = project.outputPath() != null ? engine.degradations(project) : List.of();
        return new Outcome(
                project.id(),
                project.topic(),
                project.status().name(),
                project.outputPath(),
                error,
                degradations,
                seconds);
    }
}
