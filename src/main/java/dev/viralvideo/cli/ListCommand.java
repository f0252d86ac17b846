package dev.viralvideo.cli;

import dev.viralvideo.json.Json;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectSummary;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vvg list}: the newest projects first. */
@Command(name = "list", description = "Lists projects, the newest first.")
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private GlobalOptions options;

    @Option(names = "--status", description = "only these: ${COMPLETION-CANDIDATES}")
    private ProjectStatus status;

    @Option(names = "--limit", defaultValue = "20", description = "how many, 1 to 1000 (default: 20)")
    private int limit;

    @Option(names = "--before", paramLabel = "ID", description = "go on after this one")
    private String before;

    @Option(names = "--json", description = "one JSON array on standard output")
    private boolean json;

    @Override
    public Integer call() {
        try (State state = new State(options.settings())) {
            List<ProjectSummary> projects = state.store().list(status, before, Math.max(1, Math.min(1000, limit)));
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.write(projects));
            } else {
                projects.forEach(
                        project -> out.printf("%s  %-9s  %s%n", project.id(), project.status(), project.topic()));
            }
        }
        return ExitCode.DONE;
    }
}
