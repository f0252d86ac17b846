package dev.viralvideo.video.quality;

import dev.viralvideo.ffmpeg.MediaInfo;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what FFmpeg's detectors say. */
public final class MeasuringLog {
    private static final Pattern FRAMES = Pattern.compile("frame=\\s*(\\d+)");
    private static final Pattern BLACK = Pattern.compile("black_duration:\\s*([0-9.]+)");
    private static final Pattern FROZEN = Pattern.compile("freeze_duration: ([0-9.]+)");
    private static final Pattern FREEZE_EVENT = Pattern.compile("freeze_(start|end): ([0-9.]+)");
    private static final Pattern SILENCE = Pattern.compile("silence_duration: ([0-9.]+)");
    private static final Pattern SILENCE_EVENT = Pattern.compile("silence_(start|end): (-?[0-9.]+)");
    private static final Pattern LOUDNESS = Pattern.compile("I:\\s+(-?[0-9.]+|-?inf|nan) LUFS");
    private static final Pattern PEAK = Pattern.compile("Peak:\\s+(-?[0-9.]+|-?inf|nan) dBFS");
    private static final Pattern COMPLAINT = Pattern.compile("\\[(warning|error|fatal|panic)]");
    private static final int MOST_WARNINGS = 10;

    private MeasuringLog() {}

    public static Measurements read(String messages, MediaInfo info) {
        return new Measurements(
                info.seconds(),
                (long) last(FRAMES, messages, 0),
                info.width() == null ? 0 : info.width(),
                info.height() == null ? 0 : info.height(),
                info.hasAudio() ? last(LOUDNESS, messages, Double.NEGATIVE_INFINITY) : null,
                info.hasAudio() ? last(PEAK, messages, Double.NEGATIVE_INFINITY) : null,
                longest(BLACK, messages),
                Math.max(longest(FROZEN, messages), unfinished(FREEZE_EVENT, messages, info.seconds())),
                Math.max(longest(SILENCE, messages), unfinished(SILENCE_EVENT, messages, info.seconds())),
                warnings(messages));
    }

    private static double last(Pattern pattern, String messages, double without) {
        return pattern.matcher(messages)
                .results()
                .reduce((first, second) -> second)
                .map(result -> number(result.group(1)))
                .orElse(without);
    }

    private static double number(String text) {
        return text.endsWith("inf") || text.equals("nan") ? Double.NEGATIVE_INFINITY : Double.parseDouble(text);
    }

    private static double longest(Pattern pattern, String messages) {
        return pattern.matcher(messages)
                .results()
                .mapToDouble(result -> Double.parseDouble(result.group(1)))
                .max()
                .orElse(0);
    }

    /** What lasts to the end of the file has a start but no end. */
    private static double unfinished(Pattern event, String messages, double end) {
        Matcher events = event.matcher(messages);
        MatchResult last = events.results().reduce((first, second) -> second).orElse(null);
        return last == null || last.group(1).equals("end") ? 0 : Math.max(0, end - Double.parseDouble(last.group(2)));
    }

    private static List<String> warnings(String messages) {
        return messages.lines()
                .filter(line -> COMPLAINT.matcher(line).find())
                .map(line -> line.replaceAll(" @ 0x[0-9a-f]+", "").strip())
                .distinct()
                .limit(MOST_WARNINGS)
                .toList();
    }
}
