package dev.viralvideo.video;

import dev.viralvideo.video.filter.Filter;
import java.util.ArrayList;
import java.util.List;

/** A single picture that is decoded and prepared once and then shown again and again. */
final class Held {
    private Held() {}

    /** Input options of a picture file. */
    static List<String> options(String demuxer, int fps) {
        List<String> options = new ArrayList<>();
        if (demuxer != null) {
            options.addAll(List.of("-f", demuxer));
        }
        options.addAll(List.of("-framerate", Integer.toString(fps)));
        return options;
    }

    /** Repeats the one frame that comes in, endlessly. */
    static List<Filter> repeated(int fps) {
        return List.of(
                Filter.of("loop").with("loop", -1).with("size", 1).with("start", 0),
                Filter.of("setpts").with("expr", "N/(" + fps + "*TB)"));
    }
}
