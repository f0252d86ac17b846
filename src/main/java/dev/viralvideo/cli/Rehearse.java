package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.pipeline.Engine;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts everything once and stops: the launcher records the loaded classes for a faster start next time. */
@Command(name = "rehearse", hidden = true)
final class Rehearse implements Callable<Integer> {
    private final Function<Settings, Engine> start;

    @Mixin
    private GlobalOptions options;

    Rehearse(Function<Settings, Engine> start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        try (Engine engine = start.apply(options.settings())) {
            engine.warm();
        }
        return ExitCode.DONE;
    }
}
