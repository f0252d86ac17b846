package dev.viralvideo.intake;

import com.fasterxml.jackson.core.JsonFactory;
import dev.viralvideo.failure.Failure;
import java.io.ByteArrayInputStream;
import java.io.Reader;
import java.util.Iterator;

/** Reads one request out of a message: one JSON object in UTF-8 with the same fields as everywhere. */
public final class TopicMessage {
    private static final String NAME = "message";
    private static final JsonFactory JSON = new JsonFactory();

    private TopicMessage() {}

    /** @throws Failure.Validation that says where and what is wrong */
    public static Request parse(byte[] body, long mostBytes) {
        if (body == null || body.length == 0) {
            throw new Failure.Validation("MESSAGE_EMPTY", "the message is empty; send a JSON object with a topic");
        }
        Reader reader = new Utf8Reader(new ByteArrayInputStream(body), mostBytes);
        Iterator<TopicRow> rows = new RowIterator(NAME, () -> new TreeRows(NAME, JSON.createParser(reader)));
        if (!rows.hasNext()) {
            throw new Failure.Validation("MESSAGE_EMPTY", "the message holds no JSON object; send one with a topic");
        }
        TopicRow row = rows.next();
        if (row instanceof TopicRow.Rejected rejected) {
            throw new Failure.Validation(rejected.reason().code(), rejected.message(), rejected.reason());
        }
        if (rows.hasNext()) {
            throw new Failure.Validation(
                    "MESSAGE_NOT_ONE", "the message holds more than one JSON object; send one each");
        }
        return ((TopicRow.Accepted) row).request();
    }
}
