package dev.viralvideo.cli;

import dev.viralvideo.config.LayeredProperties.Value;
import dev.viralvideo.config.Settings;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vvg config show|validate}. */
@Command(name = "config", description = "Shows or checks the settings.")
final class ConfigCommand {
    @Spec
    private CommandSpec spec;

    @Command(name = "show", description = "Prints every setting in force and where it comes from.")
    int show(@Mixin GlobalOptions options) {
        Settings settings = options.settings();
        PrintWriter out = spec.commandLine().getOut();
        settings.properties().all().forEach((key, value) -> out.println(line(key, value)));
        return ExitCode.DONE;
    }

    @Command(name = "validate", description = "Checks the settings without starting anything.")
    int validate(@Mixin GlobalOptions options) {
        options.settings();
        spec.commandLine().getOut().println("The settings are valid.");
        return ExitCode.DONE;
    }

    private static String line(String key, Value value) {
        boolean secret = key.endsWith(".password") && !value.text().isEmpty();
        return "%-32s %-20s # %s".formatted(key, "= " + (secret ? "***" : value.text()), value.origin());
    }
}
