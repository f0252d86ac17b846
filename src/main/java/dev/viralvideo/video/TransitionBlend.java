package dev.viralvideo.video;

import dev.viralvideo.video.filter.Filter;
import java.util.ArrayList;
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
        String from = draft.chain(List.of(old), leaving(draft, transition, frames, tick));
        String to = draft.chain(List.of(next), List.of(clock(), times("N*" + tick)));
        Filter blend = Filter.of("xfade")
                .with("transition", transition.filter())
                .with("duration", (double) frames / draft.fps())
                .with("offset", 0);
        return draft.chain(List.of(from, to), List.of(blend, times("N*" + tick)));
    }

    private static List<Filter> leaving(GraphDraft draft, Transition transition, int frames, long tick) {
        List<Filter> filters = new ArrayList<>();
        filters.add(Filter.of("trim").with("end_frame", frames));
        if (transition.zoom() > 1) {
            filters.add(rush(draft, transition.zoom(), frames));
        }
        filters.add(Filter.of("setsar").with("sar", "1"));
        filters.add(clock());
        filters.add(times(frames * tick + "*" + transition.easing().of("N/" + frames)));
        return filters;
    }

    /** Whole pixels do here: it is fast. */
    private static Filter rush(GraphDraft draft, double zoom, int frames) {
        return Filter.of("zoompan")
                .with("zoom", "1+" + Filter.number(zoom - 1) + "*pow(on/" + frames + ",2)")
                .with("x", "(iw-iw/zoom)/2")
                .with("y", "(ih-ih/zoom)/2")
                .with("d", 1)
                .with("s", draft.width() + "x" + draft.height())
                .with("fps", draft.fps());
    }

    private static Filter clock() {
        return Filter.of("settb").with("expr", "1/" + TICKS);
    }

    private static Filter times(String expression) {
        return Filter.of("setpts").with("expr", expression);
    }
}
