package dev.viralvideo.video.caption;

import java.util.List;
import java.util.Locale;

/**
 * The list for FFmpeg's concat demuxer (read with {@code -f concat -safe 0}: in safe mode it refuses options). Only
 * generated file names enter it.
 */
final class StripList {
    private StripList() {}

    static String fileName(int number) {
        return String.format(Locale.ROOT, "caption-%04d.png", number);
    }

    static String of(CaptionTimeline timeline) {
        List<CaptionTimeline.State> states = timeline.states();
        StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
        long frame = 0;
        for (CaptionTimeline.Span span : timeline.spans()) {
            long micros = micros(frame + span.frames()) - micros(frame);
            frame += span.frames();
            list.append("file ").append(fileName(states.indexOf(span.state()))).append('\n');
            list.append("option framerate ").append(FrameGrid.RATE).append('\n');
            list.append(String.format(Locale.ROOT, "duration %d.%06d\n", micros / 1_000_000, micros % 1_000_000));
        }
        return list.toString();
    }

    // rounded from the start of the list, so that a thousand entries do not drift
    private static long micros(long frame) {
        return Math.round(frame * 1_000_000.0 / FrameGrid.RATE);
    }
}
