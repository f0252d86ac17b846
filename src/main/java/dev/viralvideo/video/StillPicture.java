package dev.viralvideo.video;

import dev.viralvideo.video.filter.Filter;
import java.util.ArrayList;
import java.util.List;

/**
 * A still as a shot's picture, with a camera that moves over it. The still is cut, scaled and sharpened once; then
 * {@code perspective} takes a moving window out of it, which is exact to 1/256 of a pixel, where zoompan and
 * scale + crop jump by whole pixels.
 */
final class StillPicture {
    /** How much larger than the frame the still is kept, so that it is sharp when the camera is near. */
    private static final double RESERVE = 1.03;

    private StillPicture() {}

    static String draw(GraphDraft draft, Shot shot, Stretch stretch) {
        return moving(draft, shot, prepared(draft, shot), stretch);
    }

    /** The one frame that the camera moves over. */
    static String prepared(GraphDraft draft, Shot shot) {
        int wide = even(draft.width() * RESERVE);
        int high = even(draft.height() * RESERVE);
        String pad = draft.input(shot.clip().file(), Held.options(shot.format().demuxer(), draft.fps()));
        List<Filter> filters = new ArrayList<>();
        filters.add(Filter.of("select").with("expr", "eq(n,0)"));
        filters.add(Framing.cover(draft.width(), draft.height()));
        filters.addAll(Colour.scaled(shot.format(), wide, high, "lanczos+accurate_rnd+full_chroma_int"));
        filters.add(Filter.of("unsharp").with("luma_amount", 0.35).with("chroma_amount", 0));
        return draft.chain(List.of(pad), filters);
    }

    /** What the camera sees of it, endlessly. */
    static String moving(GraphDraft draft, Shot shot, String prepared, Stretch stretch) {
        int wide = even(draft.width() * RESERVE);
        int high = even(draft.height() * RESERVE);
        List<Filter> filters = new ArrayList<>(Held.repeated(draft.fps()));
        filters.add(window(draft, shot.camera(), stretch, wide, high));
        // what lies outside the frame was only there because perspective puts out as much as it takes in
        filters.add(Filter.of("crop")
                .with("w", draft.width())
                .with("h", draft.height())
                .with("x", margin(wide, draft.width()))
                .with("y", margin(high, draft.height())));
        return Backing.behind(draft, shot, draft.chain(List.of(prepared), filters));
    }

    private static Filter window(GraphDraft draft, CameraMove camera, Stretch stretch, int wide, int high) {
        String progress = camera.easing().of("(" + stretch.first() + "+on)/" + Math.max(1, stretch.seen()));
        String zoom = between(camera.from().zoom(), camera.to().zoom(), progress);
        Side across = new Side(
                wide, draft.width(), between(camera.from().x(), camera.to().x(), progress), zoom);
        Side down = new Side(
                high, draft.height(), between(camera.from().y(), camera.to().y(), progress), zoom);
        return Filter.of("perspective")
                .with("x0", across.near())
                .with("y0", down.near())
                .with("x1", across.far())
                .with("y1", down.near())
                .with("x2", across.near())
                .with("y2", down.far())
                .with("x3", across.far())
                .with("y3", down.far())
                .with("interpolation", "linear")
                .with("sense", "source")
                .with("eval", "frame");
    }

    /**
     * One dimension of the window: where in the still the edges of the whole output lie, the margin that is cut off
     * afterwards included.
     */
    private record Side(int still, int frame, String position, String zoom) {
        String near() {
            return "(" + start() + "-" + margin(still, frame) + "*" + step() + ")";
        }

        String far() {
            return "(" + start() + "+" + (still - margin(still, frame)) + "*" + step() + ")";
        }

        /** First visible pixel. */
        private String start() {
            return still + "*(1-1/" + zoom + ")*" + position;
        }

        /** Pixels of the still for one of the frame. */
        private String step() {
            return "(" + still + "/" + zoom + "/" + frame + ")";
        }
    }

    private static String between(double from, double to, String progress) {
        return from == to
                ? Filter.number(from)
                : "(" + Filter.number(from) + "+" + Filter.number(to - from) + "*" + progress + ")";
    }

    private static int margin(int still, int frame) {
        return (still - frame) / 4 * 2;
    }

    private static int even(double pixels) {
        return (int) Math.ceil(pixels / 4) * 4;
    }
}
