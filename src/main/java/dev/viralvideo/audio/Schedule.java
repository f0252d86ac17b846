package dev.viralvideo.audio;

import dev.viralvideo.script.Template.Pacing;
import java.util.ArrayList;
import java.util.List;

/**
 * When each segment is seen and heard. Cuts lie on the frame grid; a speech starts on any sample.
 *
 * @param seconds length of the video, a whole number of frames
 */
record Schedule(List<Slot> slots, double seconds) {
    /** Frames a second of every video this project makes. */
    static final int FPS = 30;

    /** Without music the pauses are silent, and a silence of two seconds reads as a fault. */
    private static final double LONGEST_SILENCE = 1.5;

    /** All in seconds from the start of the video. */
    record Slot(double start, double end, double speechStart) {}

    Schedule {
        slots = List.copyOf(slots);
    }

    static Schedule of(List<Double> speechSeconds, Pacing pacing, boolean music) {
        double longest = music ? Double.MAX_VALUE : LONGEST_SILENCE;
        double gap = Math.min(pacing.gap(), longest);
        List<Double> speechStarts = speechStarts(speechSeconds, Math.min(pacing.leadIn(), longest), gap);
        int last = speechSeconds.size() - 1;
        double spoken = speechStarts.get(last) + speechSeconds.get(last);
        long end = ceilFrames(spoken + Math.min(pacing.tail(), longest));

        List<Slot> slots = new ArrayList<>();
        long from = 0;
        for (int i = 0; i <= last; i++) {
            double silent = speechStarts.get(i) + speechSeconds.get(i);
            long to = i == last ? end : cut(silent, gap, pacing.transition());
            slots.add(new Slot(seconds(from), seconds(to), speechStarts.get(i)));
            from = to;
        }
        return new Schedule(slots, seconds(end));
    }

    private static List<Double> speechStarts(List<Double> speechSeconds, double leadIn, double gap) {
        List<Double> starts = new ArrayList<>();
        double at = leadIn;
        for (double seconds : speechSeconds) {
            double start = Math.round(at * WavWriter.RATE) / (double) WavWriter.RATE;
            starts.add(start);
            at = start + seconds + gap;
        }
        return starts;
    }

    /** The next picture comes in the pause, its transition centred there, but never before the last word has ended. */
    private static long cut(double silent, double gap, double transition) {
        return ceilFrames(silent + Math.max(0, (gap - transition) / 2));
    }

    private static long ceilFrames(double seconds) {
        // a sum of doubles that lies a hair above a frame is that frame
        return (long) Math.ceil(seconds * FPS - 1e-6);
    }

    private static double seconds(long frames) {
        return frames / (double) FPS;
    }
}
