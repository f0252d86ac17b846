package dev.viralvideo.cli;

import dev.viralvideo.pipeline.ProgressBoard;
import dev.viralvideo.project.Stage;
import java.io.PrintWriter;
import java.util.Locale;

/** Draws one bar a stage on a terminal, with the time left, over and over in the same place. */
final class ProgressBars {
    private static final int WIDTH = 32;

    private final PrintWriter out;
    private final long started = System.nanoTime();
    private boolean drawn;

    ProgressBars(PrintWriter out) {
        this.out = out;
    }

    void draw(ProgressBoard.Progress progress) {
        StringBuilder text = new StringBuilder(drawn ? "\033[" + Stage.values().length + "A" : "");
        for (Stage stage : Stage.values()) {
            text.append("\r\033[2K").append(bar(stage, progress)).append('\n');
        }
        out.print(text);
        out.flush();
        drawn = true;
    }

    private String bar(Stage stage, ProgressBoard.Progress progress) {
        double fraction = progress.fraction(stage);
        int full = (int) Math.round(fraction * WIDTH);
        String line = "  %-7s %s%s %3d %%"
                .formatted(stage.name().toLowerCase(Locale.ROOT), "█".repeat(full), "░".repeat(WIDTH - full), (int)
                        Math.floor(fraction * 100));
        return stage == Stage.VIDEO && fraction < 1 ? line + left(progress.total()) : line;
    }

    private String left(double total) {
        double elapsed = (System.nanoTime() - started) / 1e9;
        if (total < 0.1) {
            return "";
        }
        return "   about %d s left".formatted((int) Math.ceil(elapsed * (1 - total) / total));
    }
}
