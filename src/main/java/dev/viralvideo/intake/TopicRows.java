package dev.viralvideo.intake;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.util.function.Supplier;

/** The rows of one topic file, one at a time: only the row that is being read is held in memory. */
interface TopicRows {
    /**
     * @return the next row, or null at the end
     * @throws TopicSyntax when the file cannot be read any further
     */
    TopicRow next() throws IOException;

    /** Makes a row out of fields; a broken rule becomes a rejected row. */
    static TopicRow row(String position, Supplier<Request> request) {
        try {
            return new TopicRow.Accepted(request.get(), position);
        } catch (Failure e) {
            return new TopicRow.Rejected(position, e);
        }
    }
}
