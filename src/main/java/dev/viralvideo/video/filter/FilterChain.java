package dev.viralvideo.video.filter;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Filters in a row, from labelled pads to labelled pads.
 *
 * @param inputs labels such as {@code 0:v} (an input file's stream) or another chain's output; none for a source
 */
public record FilterChain(List<String> inputs, List<Filter> filters, List<String> outputs) {
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9_:]+");

    public FilterChain {
        inputs = List.copyOf(inputs);
        filters = List.copyOf(filters);
        outputs = List.copyOf(outputs);
        if (filters.isEmpty()) {
            throw new IllegalArgumentException("a chain needs a filter");
        }
        inputs.forEach(FilterChain::check);
        outputs.forEach(FilterChain::check);
    }

    private static void check(String label) {
        if (!LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException("not a label: " + label);
        }
    }
}
