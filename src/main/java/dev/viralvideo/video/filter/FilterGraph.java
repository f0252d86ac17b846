package dev.viralvideo.video.filter;

import java.util.List;
import java.util.stream.Collectors;

/** A filter graph as data; {@link #toString} is the one place where it becomes FFmpeg's notation. */
public record FilterGraph(List<FilterChain> chains) {
    public FilterGraph {
        chains = List.copyOf(chains);
    }

    @Override
    public String toString() {
        return chains.stream().map(FilterGraph::text).collect(Collectors.joining(";"));
    }

    private static String text(FilterChain chain) {
        return labels(chain.inputs())
                + chain.filters().stream().map(FilterGraph::text).collect(Collectors.joining(","))
                + labels(chain.outputs());
    }

    private static String labels(List<String> labels) {
        return labels.stream().map(label -> "[" + label + "]").collect(Collectors.joining());
    }

    private static String text(Filter filter) {
        String options = filter.options().stream()
                .map(option -> option.name() + "=" + escapeForGraph(escapeForOption(option.value())))
                .collect(Collectors.joining(":"));
        return options.isEmpty() ? filter.name() : filter.name() + "=" + options;
    }

    /** First level: the parser of one filter's options. */
    private static String escapeForOption(String value) {
        return backslashed(value, "\\':");
    }

    /** Second level: the parser of the whole graph, which sees the first level's result. */
    private static String escapeForGraph(String value) {
        return backslashed(value, "\\'[],;");
    }

    /** White space is escaped too: at either end it would be taken off. */
    private static String backslashed(String value, String special) {
        StringBuilder escaped = new StringBuilder();
        for (char c : value.toCharArray()) {
            if (special.indexOf(c) >= 0 || " \n\t\r".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
