package dev.viralvideo.video;

import dev.viralvideo.video.filter.Filter;
import java.util.ArrayList;
import java.util.List;

/** Draws an {@link Overlay} over a picture. */
final class OverlayPicture {
    private static final double FADE_IN = 0.3;
    private static final double FADE_OUT = 0.25;
    private static final double ENTRANCE = 0.5;

    /** How far a rising title rises, as a share of the frame's height. */
    private static final double RISE = 0.025;

    private OverlayPicture() {}

    /**
     * @param stretch what part of the shot the picture is
     * @return the same picture where nothing of the overlay is seen in it
     */
    static String over(GraphDraft draft, String picture, Overlay overlay, Stretch stretch) {
        if (overlay.sequence()) {
            return sequence(draft, picture, overlay, stretch);
        }
        int from = (int) Math.round(overlay.from() * draft.fps());
        int to = (int) Math.round(overlay.to() * draft.fps());
        boolean seen = from < to && to > stretch.first() && from < stretch.first() + stretch.frames();
        return seen ? single(draft, picture, overlay, from, to - from, stretch) : picture;
    }

    /** The list's PNGs change as its durations say; each is decoded and converted once. */
    private static String sequence(GraphDraft draft, String picture, Overlay overlay, Stretch stretch) {
        String pad = draft.input(overlay.file(), List.of("-f", "concat", "-safe", "0"));
        List<Filter> filters = new ArrayList<>(Colour.drawn());
        filters.addAll(shifted(draft, stretch));
        String strip = draft.chain(List.of(pad), filters);
        return place(draft, picture, strip, Long.toString(overlay.x()), Long.toString(overlay.y()), "repeat");
    }

    private static String single(
            GraphDraft draft, String picture, Overlay overlay, int from, int frames, Stretch stretch) {
        String pad = draft.input(overlay.file(), Held.options("png_pipe", draft.fps()));
        List<Filter> filters = new ArrayList<>(Colour.drawn());
        filters.add(Filter.of("loop").with("loop", frames - 1L).with("size", 1).with("start", 0));
        filters.add(Filter.of("setpts").with("expr", "(N+" + from + ")/(" + draft.fps() + "*TB)"));
        if (overlay.entrance() != null && overlay.entrance() != Overlay.Entrance.NONE) {
            double start = (double) from / draft.fps();
            double end = (double) (from + frames) / draft.fps();
            if (overlay.entrance() != Overlay.Entrance.STAND) {
                filters.add(fade("in", start, Math.min(FADE_IN, (end - start) / 3)));
            }
            filters.add(fade("out", Math.max(start, end - FADE_OUT), FADE_OUT));
        }
        filters.addAll(shifted(draft, stretch));
        String moving = draft.chain(List.of(pad), filters);
        String arrived = arrived(overlay, (double) stretch.first() / draft.fps());
        return place(draft, picture, moving, x(overlay, arrived), y(draft, overlay, arrived), "pass");
    }

    /** The overlay's times count from the shot's start, the picture's from the stretch's: what was before is dropped. */
    private static List<Filter> shifted(GraphDraft draft, Stretch stretch) {
        return stretch.first() == 0
                ? List.of()
                : List.of(Filter.of("setpts").with("expr", "PTS-" + stretch.first() + "/(" + draft.fps() + "*TB)"));
    }

    private static Filter fade(String type, double start, double seconds) {
        return Filter.of("fade")
                .with("type", type)
                .with("start_time", start)
                .with("duration", seconds)
                .with("alpha", 1);
    }

    private static String place(GraphDraft draft, String picture, String over, String x, String y, String atEnd) {
        return draft.chain(
                List.of(picture, over),
                List.of(Filter.of("overlay").with("x", x).with("y", y).with("eof_action", atEnd)));
    }

    private static String x(Overlay overlay, String arrived) {
        return overlay.entrance() == Overlay.Entrance.SLIDE
                ? overlay.x() + "-" + (overlay.x() + overlay.width()) + "*(1-" + arrived + ")"
                : Long.toString(overlay.x());
    }

    private static String y(GraphDraft draft, Overlay overlay, String arrived) {
        return overlay.entrance() == Overlay.Entrance.RISE
                ? overlay.y() + "+" + Math.round(draft.height() * RISE) + "*(1-" + arrived + ")"
                : Long.toString(overlay.y());
    }

    /** How far the entrance has come, 0 to 1, by the time {@code t} of a picture that starts late. */
    private static String arrived(Overlay overlay, double late) {
        String since = late == 0 ? "t" : "t+" + Filter.number(late);
        return Easing.SETTLE.of(
                "clip((" + since + "-" + Filter.number(overlay.from()) + ")/" + Filter.number(ENTRANCE) + ",0,1)");
    }
}
