package dev.viralvideo.api;

import dev.viralvideo.failure.Failure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A file, or the part of it that was asked for, with a tag that changes when the file does. */
final class FileAnswer implements Answer {
    private static final int CHUNK = 64 << 10;
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("mp4", "video/mp4"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("webm", "video/webm"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("json", "application/json"),
            Map.entry("srt", "application/x-subrip"),
            Map.entry("vtt", "text/vtt; charset=utf-8"),
            Map.entry("md", "text/markdown; charset=utf-8"));

    private final Path file;
    private final long size;
    private final String tag;
    private final boolean unchanged;
    private final Optional<Range> range;

    private FileAnswer(Path file, long size, String tag, boolean unchanged, Optional<Range> range) {
        this.file = file;
        this.size = size;
        this.tag = tag;
        this.unchanged = unchanged;
        this.range = range;
    }

    /** @throws Failure.Validation NO_SUCH_FILE or BAD_RANGE */
    static FileAnswer of(Path file, Call call) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw noSuchFile(file);
            }
            long size = attributes.size();
            String tag = '"'
                    + Long.toHexString(size)
                    + '-'
                    + Long.toHexString(attributes.lastModifiedTime().toMillis())
                    + '"';
            boolean unchanged = call.optional("If-None-Match")
                    .filter(known -> covers(known, tag))
                    .isPresent();
            return new FileAnswer(
                    file, size, tag, unchanged, unchanged ? Optional.empty() : Range.of(range(call, tag), size));
        } catch (IOException e) {
            throw noSuchFile(file);
        }
    }

    /** A part is only of use to who has the rest of the same file. */
    private static String range(Call call, String tag) {
        return call.optional("If-Range").filter(known -> !known.equals(tag)).isPresent()
                ? null
                : call.parameter("Range");
    }

    private static boolean covers(String known, String tag) {
        return known.strip().equals("*") || known.replace("W/", "").contains(tag);
    }

    private static Failure noSuchFile(Path file) {
        return new Failure.Validation(
                "NO_SUCH_FILE", "there is no file " + Shown.of(String.valueOf(file.getFileName())));
    }

    @Override
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", tag);
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Cache-Control", "private, no-cache");
        if (unchanged) {
            response.setStatus(304);
            return;
        }
        Range part = range.orElse(new Range(0, size - 1));
        response.setStatus(range.isPresent() ? 206 : 200);
        range.ifPresent(r -> response.setHeader("Content-Range", "bytes " + r.first() + "-" + r.last() + "/" + size));
        response.setContentType(type());
        // what lies in a package was made from a stranger's words
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLengthLong(part.length());
        if (!request.getMethod().equals("HEAD")) {
            copy(part, response.getOutputStream());
        }
    }

    private void copy(Range part, OutputStream out) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
            long position = part.first();
            while (position <= part.last()) {
                buffer.clear().limit((int) Math.min(CHUNK, part.last() - position + 1));
                int read = in.read(buffer, position);
                if (read < 0) {
                    throw new IOException(file + " became shorter while it was sent");
                }
                out.write(buffer.array(), 0, read);
                position += read;
            }
        }
    }

    private String type() {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
