package dev.viralvideo.cli;

import dev.viralvideo.project.ProjectStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vvg cancel ID}: for good, on whatever node it runs. */
@Command(name = "cancel", description = "Stops a project for good.")
final class Cancel implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private GlobalOptions options;

    @Parameters(paramLabel = "ID")
    private String id;

    @Override
    public Integer call() {
        try (State state = new State(options.settings())) {
            ProjectStatus status = state.pipeline().cancelProject(id);
            spec.commandLine().getOut().println(id + "  " + status);
            return status == ProjectStatus.CANCELLED ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
