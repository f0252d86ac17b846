package dev.viralvideo.cli;

import dev.viralvideo.pipeline.ProgressBoard;
import dev.viralvideo.project.Stage;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Draws one bar a stage on a terminal and the time left below, over and over in the same place. No line has more than
 * 40 columns; on a terminal with fewer their ends are cut, for a line that wraps would make two.
 */
final class ProgressBars {
    private static final int WIDTH = 20;
    private static final int LINES = Stage.values().length + 1;
    private static final String NO_WRAP = "\033[?7l";
    private static final String WRAP = "\033[?7h";

    /** Before so much is done an estimate jumps about. */
    private static final double TELLING = 0.1;

    private final PrintWriter out;
    private final LongSupplier clock;
    private final long started;
    private boolean drawn;

    /** @param clock in nanoseconds; the work begins now */
    ProgressBars(PrintWriter out, LongSupplier clock) {
        this.out = out;
        this.clock = clock;
        this.started = clock.getAsLong();
    }

    void draw(ProgressBoard.Progress progress) {
        StringBuilder text = new StringBuilder(NO_WRAP).append(drawn ? "\033[" + LINES + "A" : "");
        for (Stage stage : Stage.values()) {
            line(text, bar(stage, progress));
        }
        line(text, left(progress.total()));
        // what was typed meanwhile, such as ^C, stands below
        out.print(text.append("\033[J").append(WRAP));
        out.flush();
        drawn = true;
    }

    /** The bars stay, no time is left. */
    void end() {
        if (drawn) {
            out.print("\033[1A\r\033[J");
            out.flush();
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append("\r\033[2K").append(line).append('\n');
    }

    private static String bar(Stage stage, ProgressBoard.Progress progress) {
        double fraction = progress.fraction(stage);
        int full = (int) Math.round(fraction * WIDTH);
        return "  %-7s %s%s %3d %%"
                .formatted(stage.name().toLowerCase(Locale.ROOT), "█".repeat(full), "░".repeat(WIDTH - full), (int)
                        Math.floor(fraction * 100));
    }

    private String left(double total) {
        if (total >= 1) {
            return "";
        }
        if (total < TELLING) {
            return "  estimating the time left";
        }
        long seconds = (long) Math.ceil((clock.getAsLong() - started) / 1e9 * (1 - total) / total);
        return seconds < 60
                ? "  about %d s left".formatted(seconds)
                : "  about %d min left".formatted(minutes(seconds));
    }

    private static long minutes(long seconds) {
        return (seconds + 59) / 60;
    }
}
