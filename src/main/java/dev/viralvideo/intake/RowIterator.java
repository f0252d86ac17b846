package dev.viralvideo.intake;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Walks the rows of a file; whatever stops the reading becomes one last rejected row. */
final class RowIterator implements Iterator<TopicRow> {
    /** Opens the rows; even that may meet a wrong byte. */
    interface Opening {
        TopicRows open() throws IOException;
    }

    private final String name;
    private final Opening opening;
    private TopicRows rows;
    private TopicRow next;
    private boolean any;
    private boolean ended;

    RowIterator(String name, Opening opening) {
        this.name = name;
        this.opening = opening;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = fetch();
            any |= next != null;
            if (next == null) {
                ended = true;
            }
        }
        return next != null;
    }

    @Override
    public TopicRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        TopicRow row = next;
        next = null;
        return row;
    }

    private TopicRow fetch() {
        try {
            rows = rows == null ? opening.open() : rows;
            TopicRow row = rows.next();
            return row != null || any ? row : last(name, "NO_TOPICS", "has no topic in it; write at least one");
        } catch (TopicSyntax e) {
            return last(position(e), e.code(), e.getMessage());
        } catch (IOException e) {
            return last(name, "FILE_UNREADABLE", "cannot be read any further: " + IoReason.of(e));
        } catch (StackOverflowError e) {
            return last(name, "BAD_SYNTAX", "is nested too deeply; a request is one flat object");
        }
    }

    private TopicRow last(String position, String code, String message) {
        ended = true;
        return new TopicRow.Rejected(position, new Failure.Validation(code, message));
    }

    private String position(TopicSyntax e) {
        return name + ":" + e.line() + (e.column() > 0 ? ":" + e.column() : "");
    }
}
