package dev.viralvideo.video.quality;

import dev.viralvideo.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lets only a file through that is what it should be: one that fails its own measurements is an error. */
public final class QualityGate {
    private static final double TARGET_LUFS = -14;
    private static final double LOUDNESS_TOLERANCE = 1;
    private static final double HIGHEST_PEAK = -1;
    private static final double LONGEST_BLACK = 1;
    private static final double LONGEST_FROZEN = 1;
    private static final double LONGEST_SILENCE = 2;

    private QualityGate() {}

    /** What was planned; {@code segments} is how many frames the length may be off by. */
    public record Expected(int frames, int fps, int segments, int width, int height) {}

    /** @throws Failure.Processing QUALITY_GATE that names all that is wrong */
    public static void check(Measurements measured, Expected expected) {
        List<String> wrong = violations(measured, expected);
        if (!wrong.isEmpty()) {
            throw new Failure.Processing(
                    "QUALITY_GATE",
                    false,
                    "the finished video is not good enough to be published: " + String.join("; ", wrong)
                            + "; retry from the video stage, and report it if it stays so");
        }
    }

    /** Whether a picture with these runs may be published. */
    public static boolean allows(PictureRuns picture) {
        return picture.longestBlack() <= LONGEST_BLACK && picture.longestFrozen() <= LONGEST_FROZEN;
    }

    public static List<String> violations(Measurements measured, Expected expected) {
        List<String> wrong = new ArrayList<>();
        picture(measured, expected, wrong);
        length(measured, expected, wrong);
        over("black for %.1f s (at most %.0f)", measured.longestBlack(), LONGEST_BLACK, wrong);
        over("frozen for %.1f s (at most %.0f)", measured.longestFrozen(), LONGEST_FROZEN, wrong);
        sound(measured, wrong);
        return wrong;
    }

    private static void picture(Measurements measured, Expected expected, List<String> wrong) {
        if (!measured.decodeWarnings().isEmpty()) {
            wrong.add("it does not decode cleanly: " + measured.decodeWarnings().get(0));
        }
        if (measured.width() != expected.width() || measured.height() != expected.height()) {
            wrong.add("it is " + measured.width() + "×" + measured.height() + ", not " + expected.width() + "×"
                    + expected.height());
        }
    }

    private static void length(Measurements measured, Expected expected, List<String> wrong) {
        if (Math.abs(measured.frames() - expected.frames()) > expected.segments()) {
            wrong.add("it has " + measured.frames() + " frames, not " + expected.frames());
        }
        double seconds = (double) expected.frames() / expected.fps();
        if (Math.abs(measured.seconds() - seconds) > (double) expected.segments() / expected.fps()) {
            wrong.add(text("it lasts %.2f s, not %.2f", measured.seconds(), seconds));
        }
    }

    private static void sound(Measurements measured, List<String> wrong) {
        if (measured.loudnessLufs() == null || measured.truePeakDbtp() == null) {
            wrong.add("it has no sound");
            return;
        }
        if (!(Math.abs(measured.loudnessLufs() - TARGET_LUFS) <= LOUDNESS_TOLERANCE)) {
            wrong.add(text("loudness is %.1f LUFS (%.0f ± 1)", measured.loudnessLufs(), TARGET_LUFS));
        }
        over("true peak is %.1f dBTP (at most %.0f)", measured.truePeakDbtp(), HIGHEST_PEAK, wrong);
        over("silent for %.1f s (at most %.0f)", measured.longestSilence(), LONGEST_SILENCE, wrong);
    }

    private static void over(String pattern, double value, double limit, List<String> wrong) {
        if (value > limit) {
            wrong.add(text(pattern, value, limit));
        }
    }

    private static String text(String pattern, double value, double limit) {
        return String.format(Locale.ROOT, pattern, value, limit);
    }
}
