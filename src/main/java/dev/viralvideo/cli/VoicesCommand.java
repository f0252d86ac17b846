package dev.viralvideo.cli;

import dev.viralvideo.audio.Voice;
import dev.viralvideo.audio.Voices;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vvg voices}. */
@Command(name = "voices", description = "Lists the voices.")
final class VoicesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private GlobalOptions options;

    @Override
    public Integer call() {
        options.settings();
        PrintWriter out = spec.commandLine().getOut();
        for (Voice voice : Voices.embedded().all()) {
            out.printf(
                    "%-16s %-6s %-8s %-10s %s%n",
                    voice.name(), voice.language(), voice.gender(), voice.provider(), voice.description());
        }
        return ExitCode.DONE;
    }
}
