package dev.viralvideo.cli;

import dev.viralvideo.config.Folders;
import dev.viralvideo.script.Template;
import dev.viralvideo.script.Templates;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vvg templates}. */
@Command(name = "templates", description = "Lists the video formats.")
final class TemplatesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private GlobalOptions options;

    @Override
    public Integer call() {
        Folders folders = options.settings().folders();
        PrintWriter out = spec.commandLine().getOut();
        List<java.nio.file.Path> places =
                List.of(folders.home().resolve("templates"), folders.install().resolve("templates"));
        for (Template template : Templates.load(places).all()) {
            out.printf("%-10s %4.0f s  %s%n", template.name(), template.pacing().duration(), template.description());
        }
        return ExitCode.DONE;
    }
}
