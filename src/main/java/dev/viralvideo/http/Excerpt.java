package dev.viralvideo.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few words of an error answer that help an operator: on one line, without markup, with secrets masked. */
record Excerpt(UnaryOperator<String> mask) {
    private static final int LONGEST = 200;
    private static final int LONGEST_TITLE = 60;
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>([^<]*)");

    /** Where services have been seen to put what they say to people; the first that holds a text is taken. */
    private static final List<String> SAID = List.of(
            "/error/message",
            "/error/info",
            "/detail/message",
            "/detail/0/msg",
            "/headers/error_message",
            "/choices/0/message/refusal",
            "/errors/0",
            "/error",
            "/detail",
            "/message");

    /** Masks before it cuts, as half a secret would not be recognised. */
    String of(Reply reply) {
        String text = reply.start(4096).strip();
        if (text.isEmpty()) {
            return "";
        }
        if (text.startsWith("<") || reply.contentType().contains("html")) {
            Matcher title = TITLE.matcher(text);
            return ": a web page" + (title.find() ? ", \"" + line(title.group(1), LONGEST_TITLE) + "\"" : "");
        }
        return ": " + line(said(reply).orElse(text), LONGEST);
    }

    private static Optional<String> said(Reply reply) {
        try {
            JsonNode answer = Json.MAPPER.readTree(reply.body());
            return SAID.stream()
                    .map(answer::at)
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue)
                    .filter(text -> !text.isBlank())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String line(String text, int longest) {
        String line = mask.apply(text).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }
}
