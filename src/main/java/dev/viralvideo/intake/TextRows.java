package dev.viralvideo.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** {@code .txt}: one topic a line; lines that begin with {@code #} and empty lines are skipped. */
final class TextRows implements TopicRows {
    private final String name;
    private final BufferedReader lines;
    private int line;

    TextRows(String name, Reader reader) {
        this.name = name;
        this.lines = new BufferedReader(reader);
    }

    @Override
    public TopicRow next() throws IOException {
        String text;
        while ((text = lines.readLine()) != null) {
            line++;
            if (!text.isBlank() && !text.stripLeading().startsWith("#")) {
                String topic = text;
                return TopicRows.row(name + ":" + line, () -> RequestRules.check(Request.of(topic)));
            }
        }
        return null;
    }
}
