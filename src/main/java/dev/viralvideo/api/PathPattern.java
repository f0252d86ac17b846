package dev.viralvideo.api;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path of the contract, such as {@code /projects/{id}/files/{name}}; a parameter stands for one segment. */
record PathPattern(String template, List<String> segments) {
    static PathPattern of(String template) {
        return new PathPattern(template, split(template));
    }

    /** The parameters by name, when the path is one of this pattern. */
    Optional<Map<String, String>> match(String path) {
        List<String> found = split(path);
        if (found.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            String segment = segments.get(i);
            if (isParameter(segment)) {
                values.put(segment.substring(1, segment.length() - 1), found.get(i));
            } else if (!segment.equals(found.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** Plain paths are looked at before those that could also match them. */
    long parameters() {
        return segments.stream().filter(PathPattern::isParameter).count();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static List<String> split(String path) {
        return Arrays.asList(path.substring(Math.min(1, path.length())).split("/", -1));
    }
}
