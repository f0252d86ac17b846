package dev.viralvideo.http;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches media to disk in constant memory: resumes after a break, refuses what is too large or no media, computes
 * the hash on the way, and gives the file its final name only when it is complete.
 */
public final class Downloads {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

    /** The longest silence while bytes are awaited. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /** Tries in a row that brought no new byte. */
    private static final int FRUITLESS_TRIES = 2;

    private final Http http;
    private final Path parts;

    /** @param parts where beginnings are kept; on the file system of the targets */
    public Downloads(Http http, Path parts) {
        this.http = http;
        this.parts = parts;
    }

    /**
     * @param target replaced when it exists; its folders are made
     * @throws Failure.ExternalService with a {@link Refusal} inside, {@code NOT_FOUND} and {@code INVALID_OUTPUT}
     *     meaning: take the next rendition
     */
    public Downloaded fetch(Download download, Path target) {
        long end = System.nanoTime() + download.deadline().toNanos();
        try (PartFile part = PartFile.open(parts, download.url().toString())) {
            java.net.URI from = transferWithResumption(download, part, end);
            FileType type = checked(download, part);
            long bytes = part.size();
            return new Downloaded(target, type, bytes, part.publish(target), from);
        }
    }

    private java.net.URI transferWithResumption(Download download, PartFile part, long end) {
        int fruitless = 0;
        while (true) {
            long before = part.size();
            try {
                return transfer(download, part, end);
            } catch (Failure.ExternalService broken) {
                boolean cut = Refusal.in(broken).filter(r -> !r.answered()).isPresent();
                fruitless = part.size() > before ? 0 : fruitless + 1;
                if (!cut || fruitless >= FRUITLESS_TRIES || part.validator() == null || System.nanoTime() >= end) {
                    throw broken;
                }
            }
        }
    }

    private java.net.URI transfer(Download download, PartFile part, long end) {
        java.net.URI from = http.exchange(call(download, part, end), answer -> receive(download, part, answer));
        if (from == null) { // the server no longer has what the beginning belongs to
            part.restart(null);
            from = http.exchange(call(download, part, end), answer -> receive(download, part, answer));
        }
        if (from == null) {
            throw refused(download, 416, "gives a range nobody asked for");
        }
        return from;
    }

    private static Call call(Download download, PartFile part, long end) {
        Map<String, String> headers = new HashMap<>(download.headers());
        headers.put("Connection", "close"); // a content host that sends more than it promised spoils nothing
        if (part.size() > 0 && part.validator() != null) {
            headers.put("Range", "bytes=" + part.size() + "-");
            headers.put("If-Range", part.validator());
        }
        Duration left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
        return new Call("GET", download.url(), headers, null, SILENCE, left, Long.MAX_VALUE, true);
    }

    /** @return the URL that served it, or null when the part must be started afresh */
    private static java.net.URI receive(Download download, PartFile part, Http.Answer answer) throws IOException {
        switch (answer.status()) {
            case 200 -> part.restart(validator(answer));
            case 206 -> {
                if (!continues(part, answer)) {
                    return null;
                }
            }
            case 416 -> {
                return null;
            }
            default -> throw Faults.status(answer);
        }
        long promised = answer.header("content-length").map(Downloads::number).orElse(0L);
        if (part.size() + promised > download.maxBytes()) {
            part.discard();
            throw Faults.tooLarge(answer.from(), download.maxBytes());
        }
        copy(download, part, answer);
        return answer.from();
    }

    private static void copy(Download download, PartFile part, Http.Answer answer) throws IOException {
        byte[] buffer = new byte[1 << 16];
        boolean recognised = false;
        InputStream in = answer.body();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (part.size() + read > download.maxBytes()) {
                part.discard();
                throw Faults.tooLarge(answer.from(), download.maxBytes());
            }
            part.append(buffer, read);
            if (!recognised && part.size() >= FileType.HEAD) {
                checked(download, part);
                recognised = true;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw Faults.interrupted(null);
            }
        }
    }

    private static FileType checked(Download download, PartFile part) {
        byte[] head = part.head();
        return FileType.of(head).filter(download.accepted()::contains).orElseThrow(() -> {
            String found =
                    FileType.of(head).map(type -> "a " + type + " file").orElseGet(() -> FileType.describe(head));
            part.discard();
            String message = Urls.shown(download.url()) + " is " + found + ", not the media that was asked for";
            return Faults.of("WRONG_FILE_TYPE", ErrorKind.INVALID_OUTPUT, 0, true, message, null);
        });
    }

    /** Some servers ignore If-Range, so the piece must also say that it is of the same file. */
    private static boolean continues(PartFile part, Http.Answer answer) {
        Matcher range = CONTENT_RANGE.matcher(answer.header("content-range").orElse(""));
        String of = validator(answer);
        return range.matches()
                && Long.parseLong(range.group(1)) == part.size()
                && (of == null || of.equals(part.validator()));
    }

    private static String validator(Http.Answer answer) {
        return answer.header("etag")
                .filter(tag -> tag.startsWith("\""))
                .or(() -> answer.header("last-modified"))
                .orElse(null);
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static Failure refused(Download download, int status, String what) {
        return Faults.of(
                "DOWNLOAD_REFUSED",
                ErrorKind.INVALID_OUTPUT,
                status,
                true,
                Urls.shown(download.url()) + " " + what,
                null);
    }
}
