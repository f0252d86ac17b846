package dev.viralvideo.video;

import dev.viralvideo.video.filter.Filter;
import java.util.List;

/**
 * A transition by FFmpeg's xfade. It knows only a steady speed; it is made to ease by giving it eased time stamps,
 * which are set right again afterwards.
 */
final class FadeMix {
    /** Fine enough for eased times, and a whole number for every usual frame rate. */
    private static final int TICKS = 90_000;

    private FadeMix() {}

    static String mix(GraphDraft draft, String old, String next, Transition transition, int frames) {
        long tick = TICKS / draft.fps();
        String eased = frames * tick + "*" + transition.easing().of("N/" + frames);
        String from = draft.chain(List.of(old), List.of(clock(), times(eased)));
        String to = draft.chain(List.of(next), List.of(clock(), times("N*" + tick)));
        Filter fade = Filter.of("xfade")
                .with("transition", transition.filter())
                .with("duration", (double) frames / draft.fps())
                .with("offset", 0);
        return draft.chain(List.of(from, to), List.of(fade, times("N*" + tick)));
    }

    private static Filter clock() {
        return Filter.of("settb").with("expr", "1/" + TICKS);
    }

    private static Filter times(String expression) {
        return Filter.of("setpts").with("expr", expression);
    }
}
