package dev.viralvideo.intake;

import dev.viralvideo.failure.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code .md}: a first-level heading is a topic, each paragraph or bullet beneath it one segment of the user's own
 * script. Lower headings, pictures, code and comments are not spoken.
 */
final class MarkdownRows implements TopicRows {
    private static final Pattern HEADING = Pattern.compile("^ {0,3}#\\s+(.*?)\\s*#*\\s*$");
    private static final Pattern LOWER_HEADING = Pattern.compile("^ {0,3}#{2,6}(\\s.*)?$");
    private static final Pattern BULLET = Pattern.compile("^\\s*([-*+]|\\d{1,3}[.)])\\s+(.*)$");
    private static final Pattern RULE = Pattern.compile("^\\s*([-*_])(\\s*\\1){2,}\\s*$");
    private static final Pattern FENCE = Pattern.compile("^\\s*(```|~~~).*$");

    private final String name;
    private final BufferedReader lines;
    private int line;
    private String heading;
    private int headingLine;
    private boolean ended;

    MarkdownRows(String name, Reader reader) {
        this.name = name;
        this.lines = new BufferedReader(reader);
    }

    @Override
    public TopicRow next() throws IOException {
        if (ended) {
            return null;
        }
        String topic = heading;
        int at = headingLine;
        Segments segments = new Segments();
        boolean code = false;
        String text;
        while ((text = lines.readLine()) != null) {
            line++;
            var match = HEADING.matcher(text);
            if (FENCE.matcher(text).matches()) {
                code = !code;
            } else if (code) {
                continue;
            } else if (match.matches()) {
                heading = MarkdownText.plain(match.group(1));
                headingLine = line;
                if (topic != null || segments.any()) {
                    return row(topic, at, segments);
                }
                topic = heading;
                at = line;
            } else {
                segments.add(text);
            }
        }
        ended = true;
        return topic == null && !segments.any() ? null : row(topic, at, segments);
    }

    private TopicRow row(String topic, int at, Segments segments) {
        String position = name + ":" + Math.max(1, at);
        if (topic == null) {
            return new TopicRow.Rejected(
                    position,
                    new Failure.Validation(
                            "TOPIC_MISSING", "text stands before the first heading; begin with '# ' and the topic"));
        }
        return TopicRows.row(
                position,
                () -> RequestRules.check(new Request(
                        topic,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        segments.texts(),
                        null,
                        null,
                        null,
                        null)));
    }

    /** Gathers lines into paragraphs and bullets. */
    private static final class Segments {
        private final List<StringBuilder> texts = new ArrayList<>();
        private boolean open;

        void add(String text) {
            var bullet = BULLET.matcher(text);
            if (text.isBlank()
                    || LOWER_HEADING.matcher(text).matches()
                    || RULE.matcher(text).matches()) {
                open = false;
            } else if (bullet.matches()) {
                texts.add(new StringBuilder(bullet.group(2)));
                open = true;
            } else if (open) {
                texts.get(texts.size() - 1).append(' ').append(text.strip());
            } else {
                texts.add(new StringBuilder(text.strip()));
                open = true;
            }
        }

        boolean any() {
            return !texts.isEmpty();
        }

        List<String> texts() {
            return texts.stream()
                    .map(text -> MarkdownText.plain(text.toString()))
                    .filter(text -> !text.isBlank())
                    .toList();
        }
    }
}
