package dev.viralvideo.cli;

import dev.viralvideo.audio.Voice;
import dev.viralvideo.config.Settings;
import dev.viralvideo.pipeline.Engine;
import dev.viralvideo.pipeline.provider.ProviderFile;
import dev.viralvideo.pipeline.provider.VoiceFiles;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vvg voices}: those that are known, or all of one provider. */
@Command(name = "voices", description = "Lists the voices, or all that a provider has.")
final class VoicesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private GlobalOptions options;

    @Parameters(arity = "0..1", paramLabel = "PROVIDER", description = "asked for all voices that it has")
    private String provider;

    private final Function<Settings, Engine> start;

    VoicesCommand(Function<Settings, Engine> start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        Settings settings = options.settings();
        if (provider != null) {
            try (Engine engine = start.apply(settings)) {
                engine.voices(provider).forEach(voice -> print(voice, ""));
            }
            return ExitCode.DONE;
        }
        Set<String> keys = KnownKeys.names(settings);
        Map<String, ProviderFile> files = new HashMap<>();
        VoiceFiles.read(settings).forEach(file -> files.put(file.name(), file));
        for (Voice voice : VoiceFiles.voices(settings).all()) {
            print(voice, missing(files.get(voice.provider()), keys));
        }
        out().println("Any other voice of a provider: --voice PROVIDER:ID; all that one has: vvg voices PROVIDER");
        return ExitCode.DONE;
    }

    private void print(Voice voice, String missing) {
        out().printf(
                        "%-24s %-6s %-8s %-14s %s%s%n",
                        voice.name(), voice.language(), voice.gender(), voice.provider(), voice.description(), missing);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** What must be done before it can speak; servers of one's own are not looked for. */
    private static String missing(ProviderFile file, Set<String> keys) {
        if (file == null || file.text("needsKey").equals("false")) {
            return "";
        }
        return file.keys().stream()
                .filter(name -> !keys.contains(name))
                .map(name -> "  [needs: vvg keys set " + name + "]")
                .collect(Collectors.joining());
    }
}
