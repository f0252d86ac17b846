package dev.viralvideo.api;

import dev.viralvideo.failure.Failure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a file, both ends included (RFC 9110). */
record Range(long first, long last) {
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Empty for what is not one range of bytes: such a header is ignored, and the whole file sent.
     *
     * @throws Failure.Validation BAD_RANGE when nothing of the file lies in it
     */
    static Optional<Range> of(String header, long size) {
        Matcher parts = FORM.matcher(header == null ? "" : header.strip());
        if (!parts.matches() || parts.group(1).isEmpty() && parts.group(2).isEmpty()) {
            return Optional.empty();
        }
        boolean suffix = parts.group(1).isEmpty();
        long end = parts.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(parts.group(2));
        long first = suffix ? Math.max(0, size - end) : Long.parseLong(parts.group(1));
        long last = suffix ? size - 1 : Math.min(end, size - 1);
        if (!suffix && end < first) {
            return Optional.empty();
        }
        if (first >= size || suffix && end == 0) {
            throw new Failure.Validation("BAD_RANGE", "the file has " + size + " bytes; ask for a part of those");
        }
        return Optional.of(new Range(first, last));
    }

    long length() {
        return last - first + 1;
    }
}
