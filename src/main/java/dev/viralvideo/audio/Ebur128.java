package dev.viralvideo.audio;

import dev.viralvideo.audio.AudioTracks.Loudness;
import dev.viralvideo.failure.Failure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the summary that FFmpeg's ebur128 filter leaves among the messages. */
final class Ebur128 {
    private static final Pattern INTEGRATED = Pattern.compile("\\bI:\\s+(-?[\\d.]+|-inf|nan) LUFS");
    private static final Pattern PEAK = Pattern.compile("\\bPeak:\\s+(-?[\\d.]+|-inf|nan) dBFS");

    private Ebur128() {}

    /** @throws Failure.Processing when the messages hold no summary */
    static Loudness summary(String messages) {
        return new Loudness(last(INTEGRATED, messages, "loudness"), last(PEAK, messages, "true peak"));
    }

    private static double last(Pattern pattern, String messages, String what) {
        Matcher found = pattern.matcher(messages);
        String value = null;
        while (found.find()) {
            value = found.group(1);
        }
        if (value == null) {
            throw new Failure.Processing(
                    "NOT_MEASURED",
                    true,
                    "FFmpeg told no " + what + " of the mix; its messages end with: " + end(messages));
        }
        return value.equals("-inf") || value.equals("nan") ? LoudnessMeter.SILENT_LUFS : Double.parseDouble(value);
    }

    private static String end(String messages) {
        return messages.substring(Math.max(0, messages.length() - 200)).strip();
    }
}
