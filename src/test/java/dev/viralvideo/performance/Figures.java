package dev.viralvideo.performance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The table of what making a video costs. */
record Figures(List<Round> rounds) {
    String table() {
        StringBuilder rows = new StringBuilder();
        rows.append(Machine.told(rounds.size()))
                .append("\n\n| figure | target | measured: median (least–most) | how |\n|---|---|---|---|\n");
        String middle = length(Round::middle);
        row(
                rows,
                "render stage ÷ limit, " + middle,
                "≤ 1.8",
                told("", Round::renderAgainstLimit),
                "`rendering.started` to `video.composed`, against encoding the very same finished frames with the same settings");
        row(rows, "the same in CPU time", "", told("", Round::renderCpuAgainstLimit), "");
        row(rows, "the limit", "", told(" s", r -> r.limit().wall()), "wall time");
        row(
                rows,
                "launcher to first stage",
                "about 3 s",
                told(" s", r -> r.middle().toFirst()),
                "everything built, home folder used before");
        row(
                rows,
                "all but the render stage ÷ limit, " + middle,
                "≤ 0.6",
                told("", Round::besidesRenderAgainstLimit),
                "wall time of the command without its render stage");
        memory(rows, Round::little);
        memory(rows, Round::middle);
        memory(rows, Round::large);
        row(rows, "memory, longest ÷ shortest video", "the same", told("", Round::memoryGrowth), "");
        cost(rows, Round::little);
        cost(rows, Round::middle);
        cost(rows, Round::large);
        return rows.toString();
    }

    private interface Pick {
        MakeRun of(Round round);
    }

    private void memory(StringBuilder rows, Pick pick) {
        row(
                rows,
                "peak memory, " + length(pick),
                "< 1.5 GB",
                told(" GB", r -> pick.of(r).peakGigabytes()),
                "resident sets of JVM and FFmpeg added up, sampled every 50 ms");
    }

    private void cost(StringBuilder rows, Pick pick) {
        String what = "CPU s for one second of video, " + length(pick);
        row(rows, what, "", told(" s", r -> pick.of(r).cpu() / pick.of(r).seconds()), "the whole command");
        row(
                rows,
                what + ", render stage",
                "flat within 15 %",
                told(" s", r -> pick.of(r).renderCpu() / pick.of(r).seconds()),
                "");
    }

    private String length(Pick pick) {
        return String.format(Locale.ROOT, "%.0f s video", pick.of(rounds.get(0)).seconds());
    }

    private String told(String unit, ToDoubleFunction<Round> figure) {
        Series series = new Series();
        rounds.forEach(round -> series.add(figure.applyAsDouble(round)));
        return series.told(unit);
    }

    private static void row(StringBuilder rows, String... cells) {
        rows.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    void writeInto(Path page) throws IOException {
        new FiguresPage(page).put("make bench", table());
    }
}
