package dev.viralvideo.video;

import dev.viralvideo.video.filter.Filter;
import java.util.List;

/**
 * Lets one picture give way to the next. xfade itself knows only a steady speed; it is made to ease by giving it
 * eased time stamps, which are set right again afterwards.
 */
final class TransitionBlend {
    /** Fine enough for eased times, and a whole number for every usual frame rate. */
    private static final int TICKS = 90_000;

    private TransitionBlend() {}

    static String blend(GraphDraft draft, String old, String next, Transition transition, int frames) {
        long tick = TICKS / draft.fps();
        Filter clock = Filter.of("settb").with("expr", "1/" + TICKS);
        String from = draft.chain(
                List.of(old),
                List.of(
                        Filter.of("trim").with("end_frame", frames),
                        Filter.of("setsar").with("sar", "1"),
                        clock,
                        Filter.of("setpts")
                                .with("expr", frames * tick + "*" + transition.easing().of("N/" + frames))));
        String to = draft.chain(
                List.of(next), List.of(clock, Filter.of("setpts").with("expr", "N*" + tick)));
        return draft.chain(
                List.of(from, to),
                List.of(
                        Filter.of("xfade")
                                .with("transition", transition.filter())
                                .with("duration", (double) frames / draft.fps())
                                .with("offset", 0),
                        Filter.of("setpts").with("expr", "N*" + tick)));
    }
}
