package dev.viralvideo.http;

import java.util.function.UnaryOperator;

/** The few words of an error answer that help an operator: on one line, without markup, with secrets masked. */
record Excerpt(UnaryOperator<String> mask) {
    private static final int LONGEST = 200;

    /** Masks before it cuts, as half a secret would not be recognised. */
    String of(Reply reply) {
        String text = reply.start(4096).strip();
        if (text.isEmpty() || text.startsWith("<") || reply.contentType().contains("html")) {
            return "";
        }
        String line = mask.apply(text).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return ": " + (line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…");
    }
}
