package dev.viralvideo.video;

import dev.viralvideo.video.filter.Filter;

/** Filters that take a piece out of a stream of frames, or that pieces need before they can be strung together. */
final class Cut {
    private Cut() {}

    static Filter until(int frames) {
        return Filter.of("trim").with("end_frame", frames);
    }

    static Filter from(int frame) {
        return Filter.of("trim").with("start_frame", frame);
    }

    /** The first frame's time becomes 0. */
    static Filter fromZero() {
        return Filter.of("setpts").with("expr", "PTS-STARTPTS");
    }

    /** One frame after the other, whatever their times were. */
    static Filter steady(int fps) {
        return Filter.of("setpts").with("expr", "N/(" + fps + "*TB)");
    }

    static Filter square() {
        return Filter.of("setsar").with("sar", "1");
    }
}
