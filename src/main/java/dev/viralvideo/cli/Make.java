package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.TopicRow;
import dev.viralvideo.pipeline.Engine;
import java.io.PrintWriter;
import java.nio.file.Files;
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
    private final Interruption interruption = new Interruption();

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
        all(outcomes);
        if (json) {
            stdout().println(Outcome.json(outcomes));
            stdout().flush();
        }
        if (interruption.raised()) {
            tell("", "interrupted; what was not finished is removed");
            return interruption.exitCode();
        }
        return outcomes.stream().mapToInt(Outcome::exitCode).max().orElse(ExitCode.DONE);
    }

    private void all(List<Outcome> outcomes) {
        try {
            checkMedia();
            Settings settings = options.settings(folders());
            List<TopicRow> rows = request.rows(media != null);
            if (rows.stream().anyMatch(TopicRow.Accepted.class::isInstance)) {
                make(rows, settings, outcomes);
            } else {
                rows.forEach(row -> refuse((TopicRow.Rejected) row, outcomes));
            }
        } catch (RuntimeException problem) {
            if (!json) {
                throw problem;
            }
            Failure failure = problem instanceof Failure known
                    ? known
                    : new Failure.Internal("unexpected " + problem + "; --verbose shows where", problem);
            outcomes.add(Outcome.refused(request.topicOrFile(), failure));
            tell("", failure.getMessage());
        }
    }

    private void make(List<TopicRow> rows, Settings settings, List<Outcome> outcomes) {
        try (Engine engine = start.apply(settings);
                Interruption watched = interruption.watch()) {
            Making making = new Making(engine, Screen.of(stdout(), json, quiet), watched);
            for (TopicRow row : rows) {
                if (watched.raised()) {
                    return;
                } else if (row instanceof TopicRow.Accepted accepted) {
                    Outcome outcome = making.make(accepted.request());
                    outcomes.add(outcome);
                    if (outcome.error() != null) {
                        tell(
                                rows.size() > 1 ? accepted.position() : "",
                                outcome.error().message());
                    }
                } else {
                    refuse((TopicRow.Rejected) row, outcomes);
                }
            }
        }
    }

    private void refuse(TopicRow.Rejected row, List<Outcome> outcomes) {
        outcomes.add(Outcome.refused(row.position(), row.reason()));
        tell(row.position(), row.reason().getMessage());
    }

    /** Every failure is one line on standard error, also where standard output is for a program. */
    private void tell(String position, String message) {
        spec.commandLine().getErr().println("vvg: " + (position.isEmpty() ? message : position + ": " + message));
        spec.commandLine().getErr().flush();
    }

    private PrintWriter stdout() {
        return spec.commandLine().getOut();
    }

    /** The folder of the home may be missing, one that was named may not. */
    private void checkMedia() {
        if (media != null && !Files.isDirectory(GlobalOptions.path(media))) {
            throw new Failure.Validation(
                    "NO_MEDIA_FOLDER",
                    "--media '" + media + "' is "
                            + (Files.exists(GlobalOptions.path(media)) ? "not a folder" : "not there")
                            + "; name the folder that holds your clips and stills");
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
}
