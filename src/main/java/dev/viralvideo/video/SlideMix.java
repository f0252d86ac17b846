package dev.viralvideo.video;

import dev.viralvideo.video.filter.Filter;
import java.util.List;

/**
 * One picture pushes the other out of the frame. The same as xfade's slides at a tenth of their cost: both pictures
 * side by side, and a window that moves over them.
 */
final class SlideMix {
    private SlideMix() {}

    static boolean does(Transition transition) {
        return transition.filter().startsWith("slide");
    }

    static String mix(GraphDraft draft, String old, String next, Transition transition, int frames) {
        boolean sideways = isOneOf(transition, "slideleft", "slideright");
        boolean oldFirst = isOneOf(transition, "slideleft", "slideup");
        String way = transition.easing().of("n/" + frames);
        String done = oldFirst ? way : "(1-" + way + ")";
        Filter window = Filter.of("crop")
                .with("w", draft.width())
                .with("h", draft.height())
                .with("x", sideways ? draft.width() + "*" + done : "0")
                .with("y", sideways ? "0" : draft.height() + "*" + done);
        return draft.chain(
                oldFirst ? List.of(old, next) : List.of(next, old),
                List.of(Filter.of(sideways ? "hstack" : "vstack"), window));
    }

    private static boolean isOneOf(Transition transition, String one, String other) {
        return transition.filter().equals(one) || transition.filter().equals(other);
    }
}
