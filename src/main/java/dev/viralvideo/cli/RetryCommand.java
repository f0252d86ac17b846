package dev.viralvideo.cli;

import dev.viralvideo.project.Stage;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vvg retry ID}: a service on this home goes on with it. */
@Command(name = "retry", description = "Lets a failed or finished project run again.")
final class RetryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private GlobalOptions options;

    @Parameters(paramLabel = "ID")
    private String id;

    @Option(
            names = "--from",
            paramLabel = "STAGE",
            description =
                    "do this stage and those after it again: ${COMPLETION-CANDIDATES} (default: what is not done)")
    private Stage from;

    @Override
    public Integer call() {
        try (State state = new State(options.settings())) {
            Set<Stage> ready = state.pipeline().retryProject(id, from);
            spec.commandLine().getOut().println(id + "  goes on with " + ready);
        }
        return ExitCode.DONE;
    }
}
