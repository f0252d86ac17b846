package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.pipeline.Readmission;
import dev.viralvideo.pipeline.RequestDefaults;
import dev.viralvideo.project.DeadLetter;
import dev.viralvideo.project.DeadLetters;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vvg dead list|replay}: what could not be worked on. */
@Command(name = "dead", description = "Lists what could not be worked on, or tries it again.")
final class Dead {
    @Spec
    private CommandSpec spec;

    @Command(name = "list", description = "Lists dead letters, the oldest first.")
    int list(
            @Mixin GlobalOptions options,
            @Option(names = "--after", defaultValue = "0", description = "go on after this one") long after,
            @Option(names = "--limit", defaultValue = "50", description = "how many (default: 50)") int limit) {
        try (State state = new State(options.settings())) {
            PrintWriter out = spec.commandLine().getOut();
            for (DeadLetter letter : letters(state, options.settings()).list(after, Math.max(1, limit))) {
                out.printf(
                        "%5d  %s  %-8s %-16s %s%n",
                        letter.id(),
                        letter.createdAt(),
                        letter.source(),
                        letter.projectId() == null ? "" : letter.projectId(),
                        letter.reason());
            }
        }
        return ExitCode.DONE;
    }

    @Command(name = "replay", description = "Tries a dead letter again, or all of them.")
    int replay(
            @Mixin GlobalOptions options,
            @Parameters(arity = "0..1", paramLabel = "ID", description = "see `vvg dead list`") Long id,
            @Option(names = "--all", description = "every one that waits") boolean all) {
        if (all == (id != null)) {
            throw new Failure.Validation(
                    "WRONG_USE", "say which one: `vvg dead replay ID`, or `vvg dead replay --all`");
        }
        Settings settings = options.settings();
        try (State state = new State(settings)) {
            DeadLetters letters = letters(state, settings);
            int replayed = 1;
            if (all) {
                replayed = letters.replayAll();
            } else {
                letters.replay(id);
            }
            spec.commandLine().getOut().println(replayed + " replayed; a service on this home goes on with them");
        }
        return ExitCode.DONE;
    }

    private static DeadLetters letters(State state, Settings settings) {
        return state.deadLetters(new Readmission(
                RequestDefaults.of(settings)::fill, settings.intake().mostFileBytes(), state.submissions()::create));
    }
}
