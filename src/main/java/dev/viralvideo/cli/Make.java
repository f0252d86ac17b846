package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.TopicRow;
import dev.viralvideo.pipeline.Engine;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vvg make TOPIC|FILE}: the whole pipeline for one topic, or one after the other for those of a file. */
@Command(name = "make", description = "Turns a topic, or every topic of a file, into a finished video.")
final class Make implements Callable<Integer> {
    private final Function<Settings, Engine> start;

    @Spec
    private CommandSpec spec;

    @Mixin
    private GlobalOptions options;

    @Mixin
    private RequestOptions request;

    @Option(names = "--media", paramLabel = "DIR", description = "folder with your own footage")
    private String media;

    @Option(names = "--out", paramLabel = "DIR", description = "where the package goes (default: HOME/output)")
    private String out;

    @Option(names = "--json", description = "one JSON object on standard output and nothing else")
    private boolean json;

    @Option(names = "--quiet", description = "only the path of the package")
    private boolean quiet;

    Make(Function<Settings, Engine> start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        List<Outcome> outcomes = new ArrayList<>();
        try {
            Settings settings = options.settings(folders());
            List<TopicRow> rows = request.rows(media != null);
            refuse(rows, outcomes);
            if (rows.size() > outcomes.size()) {
                make(rows, settings, outcomes);
            }
        } catch (Failure failure) {
            if (!json) {
                throw failure;
            }
            outcomes.add(Outcome.refused(request.topicOrFile(), failure));
        }
        return tell(outcomes);
    }

    private void refuse(List<TopicRow> rows, List<Outcome> outcomes) {
        for (TopicRow row : rows) {
            if (row instanceof TopicRow.Rejected rejected) {
                outcomes.add(Outcome.refused(rejected.position(), rejected.reason()));
                if (!json) {
                    spec.commandLine().getErr().println("vvg: " + rejected.message());
                }
            }
        }
    }

    private void make(List<TopicRow> rows, Settings settings, List<Outcome> outcomes) {
        try (Engine engine = start.apply(settings)) {
            Making making = new Making(
                    engine,
                    Screen.of(spec.commandLine().getOut(), spec.commandLine().getErr(), json, quiet));
            for (TopicRow row : rows) {
                if (row instanceof TopicRow.Accepted accepted) {
                    outcomes.add(making.make(accepted.request()));
                }
            }
        }
    }

    private Map<String, String> folders() {
        Map<String, String> folders = new LinkedHashMap<>();
        if (media != null) {
            folders.put("vvg.media", absolute(media));
        }
        if (out != null) {
            folders.put("vvg.output", absolute(out));
        }
        return folders;
    }

    /** What is given on the command line is relative to where the command was started, not to the home folder. */
    private static String absolute(String folder) {
        return GlobalOptions.path(folder).toAbsolutePath().toString();
    }

    private int tell(List<Outcome> outcomes) {
        PrintWriter stdout = spec.commandLine().getOut();
        if (json) {
            stdout.println(Outcome.json(outcomes));
            stdout.flush();
        }
        return outcomes.stream().mapToInt(Outcome::exitCode).max().orElse(ExitCode.DONE);
    }
}
