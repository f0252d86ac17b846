package dev.viralvideo.performance;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How fast topics came in by one way.
 *
 * @param least     topics a second that are promised
 * @param perSecond of the first thousand, of those up to ten thousand, and so on
 */
record IntakeRates(String way, int least, List<Double> perSecond) {
    static String table(List<IntakeRates> ways) {
        return Machine.told(1)
                + "\n\n| from → to | target | topics a second: first 1,000 / to 10,000 / to 100,000 |"
                + " time for a topic, last ÷ before |\n|---|---|---|---|\n"
                + ways.stream().map(IntakeRates::row).collect(Collectors.joining());
    }

    private String row() {
        String rates = perSecond.stream()
                .map(rate -> String.format(Locale.ROOT, "%,.0f", rate))
                .collect(Collectors.joining(" / "));
        double spread = perSecond.get(perSecond.size() - 2) / perSecond.get(perSecond.size() - 1);
        return String.format(Locale.ROOT, "| %s | ≥ %,d | %s | %.2f |%n", way, least, rates, spread);
    }

    @Override
    public String toString() {
        return row().strip();
    }
}
