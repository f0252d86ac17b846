package dev.viralvideo.video;

import dev.viralvideo.video.filter.Filter;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets one picture give way to the next. Only the frames of the transition go through the mixing filter; the rest of
 * the next picture is strung on behind, for xfade would copy each of its frames.
 */
final class TransitionBlend {
    private TransitionBlend() {}

    /** @param frames how long the transition lasts */
    static String blend(GraphDraft draft, String old, String next, Transition transition, int frames) {
        List<String> copies = draft.split(next, 2);
        String leaving = draft.chain(List.of(old), leaving(draft, transition, frames));
        String coming = draft.chain(List.of(copies.get(0)), List.of(trim("end_frame", frames), square()));
        String mixed = SlideMix.does(transition)
                ? SlideMix.mix(draft, leaving, coming, transition, frames)
                : FadeMix.mix(draft, leaving, coming, transition, frames);
        String rest = draft.chain(
                List.of(copies.get(1)),
                List.of(
                        trim("start_frame", frames),
                        square(),
                        Filter.of("setpts").with("expr", "PTS-STARTPTS")));
        return draft.chain(
                List.of(mixed, rest),
                List.of(
                        Filter.of("concat").with("n", 2).with("v", 1).with("a", 0),
                        Filter.of("setpts").with("expr", "N/(" + draft.fps() + "*TB)")));
    }

    private static List<Filter> leaving(GraphDraft draft, Transition transition, int frames) {
        List<Filter> filters = new ArrayList<>();
        filters.add(trim("end_frame", frames));
        if (transition.zoom() > 1) {
            filters.add(rush(draft, transition.zoom(), frames));
        }
        filters.add(square());
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

    private static Filter trim(String option, int frame) {
        return Filter.of("trim").with(option, frame);
    }

    private static Filter square() {
        return Filter.of("setsar").with("sar", "1");
    }
}
