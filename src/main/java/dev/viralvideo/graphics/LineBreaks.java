package dev.viralvideo.graphics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where lines end: as few lines as possible, and these as even as possible. */
final class LineBreaks {
    private final double[] widths;
    private final double[] sums;
    private final double space;

    LineBreaks(double[] widths, double space) {
        this.widths = widths;
        this.space = space;
        this.sums = new double[widths.length + 1];
        for (int i = 0; i < widths.length; i++) {
            sums[i + 1] = sums[i] + widths[i];
        }
    }

    /** The exclusive end of each line, or nothing when the words do not fit. */
    Optional<List<Integer>> within(double limit, int maxLines) {
        if (Arrays.stream(widths).anyMatch(width -> width > limit)) {
            return Optional.empty();
        }
        int lines = greedyLines(limit);
        return lines > maxLines ? Optional.empty() : Optional.of(even(limit, lines));
    }

    double width(int from, int to) {
        return sums[to] - sums[from] + space * Math.max(0, to - from - 1);
    }

    /** A single word was checked on its own; sums may differ from it by a rounding error. */
    private boolean fits(int from, int to, double limit) {
        return to - from == 1 || width(from, to) <= limit;
    }

    private int greedyLines(double limit) {
        int lines = 0;
        for (int from = 0; from < widths.length; lines++) {
            int to = from + 1;
            while (to < widths.length && fits(from, to + 1, limit)) {
                to++;
            }
            from = to;
        }
        return lines;
    }

    private List<Integer> even(double limit, int lines) {
        int n = widths.length;
        double[][] cost = new double[lines + 1][n + 1];
        int[][] from = new int[lines + 1][n + 1];
        Arrays.stream(cost).forEach(row -> Arrays.fill(row, Double.POSITIVE_INFINITY));
        cost[0][0] = 0;
        for (int line = 1; line <= lines; line++) {
            for (int end = 1; end <= n; end++) {
                for (int start = end - 1; start >= 0 && fits(start, end, limit); start--) {
                    double total = cost[line - 1][start] + width(start, end) * width(start, end);
                    if (total < cost[line][end]) {
                        cost[line][end] = total;
                        from[line][end] = start;
                    }
                }
            }
        }
        List<Integer> ends = new ArrayList<>();
        for (int line = lines, end = n; line > 0; end = from[line][end], line--) {
            ends.add(0, end);
        }
        return ends;
    }
}
