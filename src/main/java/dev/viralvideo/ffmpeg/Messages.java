package dev.viralvideo.ffmpeg;

import dev.viralvideo.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What FFmpeg's messages mean to us. */
final class Messages {
    private static final int MOST_LINES = 5;
    private static final int LONGEST_LINE = 300;

    /** What a shell and Java report for a program that was ended by signal 9. */
    private static final int KILLED = 128 + 9;

    /** What FFmpeg ends with after an interrupt, which a terminal sends to it as well as to us. */
    private static final int INTERRUPTED = 255;

    /** What a filter writes about frames (see the filter {@code metadata}) is no complaint. */
    private static final Pattern ABOUT_FRAMES = Pattern.compile("(?m)^(frame:\\d+ .*|lavfi\\..*)$");

    private Messages() {}

    static Failure failed(FfmpegCommand command, int exit, String all) {
        String messages = ABOUT_FRAMES.matcher(all).replaceAll("");
        String text = command.label() + ": FFmpeg ended with code " + exit + ": " + lastUseful(messages);
        String lower = messages.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left on device") || lower.contains("disk quota exceeded")) {
            return new Failure.Resource("DISK_FULL", text + "; free some space on that disk and retry");
        }
        if (exit == KILLED || lower.contains("cannot allocate memory")) {
            return new Failure.Resource(
                    "OUT_OF_MEMORY", text + "; most likely memory ran out: lower vvg.video.parallel or give it more");
        }
        if (lower.contains("read-only file system") || lower.contains("permission denied")) {
            return new Failure.Resource("FILE_ACCESS", text + "; check who may read and write there");
        }
        if (exit == INTERRUPTED && messages.isBlank()) {
            return new Failure.Processing(
                    "FFMPEG_INTERRUPTED", true, command.label() + ": FFmpeg was ended from outside");
        }
        return new Failure.Processing("FFMPEG_FAILED", true, text);
    }

    static Failure timedOut(FfmpegCommand command, String all) {
        String messages = ABOUT_FRAMES.matcher(all).replaceAll("");
        return new Failure.Processing(
                "FFMPEG_TIMEOUT",
                true,
                command.label() + ": FFmpeg was stopped after its limit of "
                        + command.timeout().toSeconds() + " s; " + lastUseful(messages));
    }

    static Failure cancelled(FfmpegCommand command) {
        return new Failure.Processing(
                "CANCELLED", false, command.label() + " was cancelled, or stopped because the application shuts down");
    }

    /** The last few different lines, short and without addresses in memory. */
    static String lastUseful(String messages) {
        List<String> useful = new ArrayList<>();
        for (String line : messages.split("[\\r\\n]+")) {
            String clean = line.replaceAll(" @ 0x[0-9a-f]+", "").strip();
            if (!clean.isEmpty() && !useful.contains(clean)) {
                useful.add(clean.length() > LONGEST_LINE ? clean.substring(0, LONGEST_LINE) + "…" : clean);
            }
        }
        if (useful.isEmpty()) {
            return "it said nothing";
        }
        return String.join(" | ", useful.subList(Math.max(0, useful.size() - MOST_LINES), useful.size()));
    }
}
