package dev.viralvideo.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.regex.Pattern;

/** What is wrong with JSON, YAML or CSV in one line, without what only a programmer of the parser knows. */
public final class BrokenSyntax {
    private static final Pattern INTERNAL = Pattern.compile(
            "\\s*\\((?:start marker at|through reference chain|for (?:Object|Array) starting at)[^\\n]*|, from `[^`]*`|\\s*at \\[Source:[^\\n]*");
    private static final Pattern INDENTED = Pattern.compile("^(?: |in ).*");

    private BrokenSyntax() {}

    public static String reason(JsonProcessingException e) {
        // YAML tells what it was at, where, and in a line of its own what it met there
        List<String> lines = String.valueOf(e.getOriginalMessage())
                .lines()
                .filter(line -> !line.isBlank() && !INDENTED.matcher(line).matches())
                .map(line -> INTERNAL.matcher(line).replaceAll("").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.isEmpty() ? "broken syntax" : String.join(": ", lines.subList(0, Math.min(2, lines.size())));
    }
}
