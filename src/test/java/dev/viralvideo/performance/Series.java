package dev.viralvideo.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measurements of one thing. */
final class Series {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Median, and in brackets from the least to the most. */
    String told(String unit) {
        return String.format(Locale.ROOT, "%.2f%s (%.2f–%.2f)", median(), unit, extreme(-1), extreme(1));
    }

    private double extreme(int sign) {
        return sign * values.stream().mapToDouble(value -> sign * value).max().orElse(0);
    }
}
