package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.TopicRow;
import dev.viralvideo.pipeline.Engine;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private boolean cutShort;

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
        if (cutShort) {
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
            // before the first render, which takes minutes: who reads it may rather mend the file at once
            rows.forEach(row -> refuse(row, outcomes));
            List<TopicRow.Accepted> accepted = rows.stream()
                    .filter(TopicRow.Accepted.class::isInstance)
                    .map(TopicRow.Accepted.class::cast)
                    .toList();
            if (!accepted.isEmpty()) {
                make(accepted, rows.size() > 1, settings, outcomes);
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

    private void make(List<TopicRow.Accepted> rows, boolean several, Settings settings, List<Outcome> outcomes) {
        try (Engine engine = start.apply(settings);
                Interruption watched = interruption.watch()) {
            Making making = new Making(engine, Screen.of(stdout(), json, quiet), watched);
            for (TopicRow.Accepted row : rows) {
                if (watched.raised()) {
                    cutShort = true;
                    return;
                }
                Outcome outcome = making.make(row.request());
                outcomes.add(outcome);
                // what was done at the last moment is done
                cutShort = watched.raised() && outcome.path() == null;
                if (outcome.error() != null) {
                    tell(several ? row.position() : "", outcome.error().message());
                }
            }
        }
    }

    private void refuse(TopicRow row, List<Outcome> outcomes) {
        if (row instanceof TopicRow.Rejected rejected) {
            outcomes.add(Outcome.refused(rejected.position(), rejected.reason()));
            tell(rejected.position(), rejected.reason().getMessage());
        }
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
        if (media == null) {
            return;
        }
        Path folder = GlobalOptions.path(media);
        if (!Files.isDirectory(folder)) {
            throw new Failure.Validation(
                    "NO_MEDIA_FOLDER",
                    "--media '" + media + "' is " + (Files.exists(folder) ? "not a folder" : "not there")
                            + "; name the folder that holds your clips and stills");
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw new Failure.Validation(
                    "NO_MEDIA_FOLDER", "--media '" + media + "' cannot be read; check its permissions");
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
