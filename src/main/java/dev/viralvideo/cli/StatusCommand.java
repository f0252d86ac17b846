package dev.viralvideo.cli;

import dev.viralvideo.json.Json;
import dev.viralvideo.project.Pipeline;
import dev.viralvideo.project.ProjectProgress;
import dev.viralvideo.project.ProjectStatus;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vvg status ID}: stage, percent, time left; with {@code --follow} until the project ends. */
@Command(name = "status", description = "Says where a project stands.")
final class StatusCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 500;

    @Spec
    private CommandSpec spec;

    @Mixin
    private GlobalOptions options;

    @Parameters(paramLabel = "ID")
    private String id;

    @Option(names = "--follow", description = "until it ends")
    private boolean follow;

    @Option(names = "--json", description = "one JSON object, with --follow one a change")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        try (State state = new State(options.settings())) {
            Pipeline pipeline = state.pipeline();
            ProjectProgress progress = pipeline.getProjectStatus(id);
            String told = tell(progress, "");
            while (follow && !progress.status().terminal()) {
                Thread.sleep(LOOK_MILLIS);
                progress = pipeline.getProjectStatus(id);
                told = tell(progress, told);
            }
            return follow && progress.status() != ProjectStatus.COMPLETED ? ExitCode.FAILED : ExitCode.DONE;
        }
    }

    private String tell(ProjectProgress progress, String told) {
        String text = json ? Json.write(progress) : line(progress);
        if (!text.equals(told)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(text);
            out.flush();
        }
        return text;
    }

    private static String line(ProjectProgress progress) {
        String line =
                String.format(Locale.ROOT, "%s  %-9s  %5.1f %%", progress.id(), progress.status(), progress.percent());
        if (progress.timeLeft() != null && !progress.status().terminal()) {
            line += "  about " + Math.max(1, progress.timeLeft().toSeconds()) + " s left";
        }
        if (progress.error() != null) {
            Outcome.Error error = Json.read(progress.error(), Outcome.Error.class);
            line += "  " + error.code() + ": " + error.message();
        }
        return progress.outputPath() == null ? line : line + "  " + progress.outputPath();
    }
}
