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
    private final ProgressBars bars;
    private final Set<Stage> told = EnumSet.noneOf(Stage.class);

    private Screen(PrintWriter out, boolean silent, boolean quiet, ProgressBars bars) {
        this.out = out;
        this.silent = silent;
        this.quiet = quiet;
        this.bars = bars;
    }

    static Screen of(PrintWriter out, boolean json, boolean quiet) {
        boolean terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
        return new Screen(out, json, quiet, terminal && !json && !quiet ? new ProgressBars(out) : null);
    }

    void begins(String topic) {
        told.clear();
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
