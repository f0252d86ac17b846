package dev.viralvideo.cli;

import dev.viralvideo.pipeline.ProgressBoard.Progress;
import dev.viralvideo.project.Stage;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a person sees while a video is made: bars on a terminal, lines elsewhere, or nothing but the result. */
final class Screen {
    private final PrintWriter out;
    private final boolean silent;
    private final boolean quiet;
    private final boolean terminal;
    private ProgressBars bars;
    private final Set<Stage> told = EnumSet.noneOf(Stage.class);

    Screen(PrintWriter out, boolean silent, boolean quiet, boolean terminal) {
        this.out = out;
        this.silent = silent;
        this.quiet = quiet;
        this.terminal = terminal && !silent && !quiet;
    }

    static Screen of(PrintWriter out, boolean json, boolean quiet) {
        return new Screen(out, json, quiet, System.console() != null && !"dumb".equals(System.getenv("TERM")));
    }

    void begins(String topic) {
        told.clear();
        // each project has bars of its own: those of the one before stay where they are
        bars = terminal ? new ProgressBars(out, System::nanoTime) : null;
        line("Making \"" + topic + "\"");
    }

    void progress(Progress progress) {
        if (bars != null) {
            bars.draw(progress);
            return;
        }
        for (Stage stage : Stage.values()) {
            if (progress.fraction(stage) >= 1 && told.add(stage)) {
                line("  " + stage.name().toLowerCase(Locale.ROOT) + " done");
            }
        }
    }

    void ends(Outcome outcome) {
        if (bars != null) {
            bars.end();
        }
        outcome.degradations().forEach(degradation -> line("  note: " + degradation));
        if (!silent && outcome.path() != null) {
            if (!quiet) {
                out.printf(
                        Locale.ROOT,
                        "Done in %.1f s. The package with video, captions and credits:%n",
                        outcome.seconds());
            }
            out.println(outcome.path());
            out.flush();
        }
    }

    private void line(String text) {
        if (!silent && !quiet) {
            out.println(text);
            out.flush();
        }
    }
}
