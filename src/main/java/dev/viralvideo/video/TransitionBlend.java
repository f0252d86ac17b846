package dev.viralvideo.video;

import dev.viralvideo.video.filter.Filter;
import java.util.ArrayList;
import java.util.List;

/** Lets one picture give way to the next. */
final class TransitionBlend {
    private TransitionBlend() {}

    /**
     * @param frames how long the transition lasts
     * @return as many frames
     */
    static String blend(GraphDraft draft, String old, String next, Transition transition, int frames) {
        String leaving = draft.chain(List.of(old), leaving(draft, transition, frames));
        String coming = draft.chain(List.of(next), List.of(Cut.until(frames), Cut.square()));
        return SlideMix.does(transition)
                ? SlideMix.mix(draft, leaving, coming, transition, frames)
                : FadeMix.mix(draft, leaving, coming, transition, frames);
    }

    private static List<Filter> leaving(GraphDraft draft, Transition transition, int frames) {
        List<Filter> filters = new ArrayList<>();
        filters.add(Cut.until(frames));
        if (transition.zoom() > 1) {
            filters.add(rush(draft, transition.zoom(), frames));
        }
        filters.add(Cut.square());
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
}
