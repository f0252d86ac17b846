package dev.viralvideo.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8 strictly and bounded: a wrong byte, a NUL (a binary file) or too many bytes end with a
 * {@link TopicSyntax} that knows the line and the byte. A byte order mark is skipped.
 */
final class Utf8Reader extends Reader {
    private static final String SAVE = "; save the file as UTF-8 text";
    private static final int BOM = 0xFEFF;

    private final InputStream in;
    private final long limit;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private long decoded;
    private long received;
    private long line = 1;
    private boolean ended;

    /** @param limit most bytes that are read */
    Utf8Reader(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length < 2) {
            // a surrogate pair needs room for two; every reader on top of this one buffers
            throw new IOException("read at least two characters at a time");
        }
        while (true) {
            CharBuffer out = CharBuffer.wrap(target, offset, length).slice();
            int before = bytes.position();
            CoderResult result = decoder.decode(bytes, out, ended);
            boolean first = decoded == 0;
            decoded += bytes.position() - before;
            int count = check(target, offset, out.position(), first);
            if (count > 0) {
                // a wrong byte, if there is one, is told by the next call: the lines before it are still good
                return count;
            }
            if (result.isError()) {
                throw notUtf8();
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private int check(char[] target, int offset, int count, boolean first) {
        if (first && count > 0 && target[offset] == BOM) {
            System.arraycopy(target, offset + 1, target, offset, count - 1);
            count--;
        }
        for (int i = 0; i < count; i++) {
            char c = target[offset + i];
            if (c == '\n') {
                line++;
            } else if (c == 0) {
                throw new TopicSyntax("NOT_TEXT", line, 0, "has a NUL character: it is not a text file" + SAVE);
            }
        }
        return count;
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
            received += count;
        }
        bytes.flip();
        if (received > limit) {
            throw new TopicSyntax(
                    "FILE_TOO_LARGE", line, 0, "is larger than " + limit + " bytes; split it into several files");
        }
    }

    private TopicSyntax notUtf8() {
        int wrong = bytes.get(bytes.position()) & 0xFF;
        boolean utf16 = decoded == 0 && (wrong == 0xFF || wrong == 0xFE);
        return new TopicSyntax(
                "NOT_UTF8",
                line,
                0,
                (utf16 ? "is UTF-16 text" : "is not UTF-8: byte 0x%02X at offset %d".formatted(wrong, decoded)) + SAVE);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
