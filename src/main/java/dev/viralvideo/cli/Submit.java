package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.intake.TopicRow;
import dev.viralvideo.pipeline.RequestDefaults;
import dev.viralvideo.project.Accepted;
import dev.viralvideo.project.Submission;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vvg submit TOPIC|FILE}: queues topics for a service on this home and ends. */
@Command(name = "submit", description = "Queues a topic, or every topic of a file, for a running or later service.")
final class Submit implements Callable<Integer> {
    private static final String SOURCE = "cli";

    @Spec
    private CommandSpec spec;

    @Mixin
    private GlobalOptions options;

    @Mixin
    private RequestOptions request;

    @Option(names = "--key", paramLabel = "KEY", description = "the same key never makes a topic twice")
    private String key;

    @Override
    public Integer call() {
        Settings settings = options.settings();
        List<TopicRow> rows = request.rows(false);
        RequestDefaults defaults = RequestDefaults.of(settings);
        List<Submission> submissions = new ArrayList<>();
        int refused = 0;
        for (TopicRow row : rows) {
            if (row instanceof TopicRow.Accepted accepted) {
                submissions.add(new Submission(
                        defaults.fill(accepted.request()), rowKey(submissions.size()), SOURCE, null, null));
            } else if (row instanceof TopicRow.Rejected rejected) {
                refused++;
                spec.commandLine().getErr().println("vvg: " + rejected.message());
            }
        }
        try (State state = new State(settings)) {
            tell(state.submissions().createAll(submissions), submissions);
        }
        return refused == 0 ? ExitCode.DONE : ExitCode.WRONG_USE;
    }

    private String rowKey(int row) {
        return key == null ? null : SOURCE + ":" + key + ":" + row;
    }

    private void tell(List<Accepted> accepted, List<Submission> submissions) {
        PrintWriter out = spec.commandLine().getOut();
        for (int i = 0; i < accepted.size(); i++) {
            out.println(accepted.get(i).projectId() + "  "
                    + (accepted.get(i).created() ? "QUEUED" : "known already") + "  "
                    + submissions.get(i).request().topic());
        }
    }
}
