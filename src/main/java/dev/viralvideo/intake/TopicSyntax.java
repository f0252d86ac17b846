package dev.viralvideo.intake;

/** A topic file that cannot be read any further; carries where, so that the message can say it. */
final class TopicSyntax extends RuntimeException {
    private final String code;
    private final long line;
    private final long column;

    /** @param column from 1, or 0 when only the line is known */
    TopicSyntax(String code, long line, long column, String message) {
        super(message);
        this.code = code;
        this.line = line;
        this.column = column;
    }

    String code() {
        return code;
    }

    long line() {
        return line;
    }

    long column() {
        return column;
    }
}
