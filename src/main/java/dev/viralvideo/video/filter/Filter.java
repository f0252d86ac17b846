package dev.viralvideo.video.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One FFmpeg filter with named options in order. A value is data: whatever characters it holds, it cannot end the
 * option, the filter or the chain that it stands in.
 */
public record Filter(String name, List<Option> options) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

    /** A named option and its value as FFmpeg is to see it, before any escaping. */
    public record Option(String name, String value) {}

    public Filter {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a filter's name: " + name);
        }
        options = List.copyOf(options);
    }

    public static Filter of(String name) {
        return new Filter(name, List.of());
    }

    public Filter with(String option, String value) {
        if (!NAME.matcher(option).matches()) {
            throw new IllegalArgumentException("not an option's name: " + option);
        }
        List<Option> more = new ArrayList<>(options);
        more.add(new Option(option, value));
        return new Filter(name, more);
    }

    public Filter with(String option, long value) {
        return with(option, Long.toString(value));
    }

    public Filter with(String option, double value) {
        return with(option, number(value));
    }

    /** A number as FFmpeg's expressions read it, never in scientific notation. */
    public static String number(double value) {
        String text = String.format(Locale.ROOT, "%.6f", value);
        String trimmed = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        return trimmed.equals("-0") ? "0" : trimmed;
    }
}
