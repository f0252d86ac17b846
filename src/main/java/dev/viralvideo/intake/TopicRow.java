package dev.viralvideo.intake;

import dev.viralvideo.failure.Failure;

/** One entry of a topic file. Its position names file, line and column, or the row of a table. */
public sealed interface TopicRow {
    String position();

    /** An entry that keeps all rules. */
    record Accepted(Request request, String position) implements TopicRow {}

    /** An entry that does not; the rest of the file goes on unless the file itself cannot be read any further. */
    record Rejected(String position, Failure reason) implements TopicRow {
        /** Position, what is wrong and what to do, in one line. */
        public String message() {
            return position + ": " + reason.getMessage();
        }
    }
}
