package dev.viralvideo.video;

import dev.viralvideo.media.Layer;
import dev.viralvideo.video.filter.Filter;
import java.util.ArrayList;
import java.util.List;

/**
 * One transparent layer over a picture. {@code overlay} can only place by two pixels in 4:2:0, which shows as stutter
 * in a slow drift; so it places by even pixels and the rest is done inside the layer: smoothly by {@code perspective}
 * for a thing, by whole pixels for what is nearly as large as the frame, where perspective would cost too much.
 */
final class BackdropLayer {
    /** Room for the part of a move that overlay cannot do, in pixels, even. */
    private static final int ROOM = 4;

    /** Above this share of the frame a layer moves by whole pixels. */
    private static final double LARGE = 0.5;

    private BackdropLayer() {}

    static String over(GraphDraft draft, String picture, Layer layer, Stretch stretch) {
        MotionPath path = new MotionPath(layer.motion(), stretch.first(), draft.fps());
        // not overlay's own n: it runs a frame ahead, and a place of the next frame with a rest of this one jumps
        String counter = "round(t*" + draft.fps() + ")";
        List<Filter> filters = new ArrayList<>();
        boolean large = (double) layer.width() * layer.height() > LARGE * draft.width() * draft.height();
        int wide = layer.width() + layer.width() % 2 + 2 * ROOM;
        int high = layer.height() + layer.height() % 2 + 2 * ROOM;
        filters.addAll(Colour.drawn());
        filters.addAll(Held.repeated(draft.fps()));
        if (path.moves()) {
            filters.add(large ? byPixel(path, wide, high, counter) : smoothly(path, wide, high));
        }
        String moved = draft.chain(List.of(padded(draft, layer, wide, high)), filters);
        int inset = large && path.moves() ? ROOM / 2 : 0;
        return draft.chain(
                List.of(picture, moved),
                List.of(Filter.of("overlay")
                        .with("x", place(path.x(counter)) + "-" + (ROOM - inset))
                        .with("y", place(path.y(counter)) + "-" + (ROOM - inset))
                        .with("eof_action", "pass")));
    }

    /**
     * The layer with a transparent rim. Its transparent pixels take the colour of their neighbours: moving by parts of
     * a pixel mixes the two, and black would show as a dark outline.
     */
    private static String padded(GraphDraft draft, Layer layer, int wide, int high) {
        Filter pad = Filter.of("pad")
                .with("w", wide)
                .with("h", high)
                .with("x", ROOM)
                .with("y", ROOM)
                .with("color", "black@0");
        String file = draft.input(layer.file(), Held.options("png_pipe", draft.fps()));
        String rimmed = draft.chain(List.of(file), List.of(format("rgba"), pad, format("gbrap")));
        List<String> copies = draft.split(rimmed, 3);
        Filter grow = Filter.of("dilation").with("threshold3", 0);
        String grown = draft.chain(List.of(copies.get(0)), List.of(grow, grow, format("gbrp")));
        String colours = draft.chain(
                List.of(grown, copies.get(1)), List.of(Filter.of("overlay").with("format", "gbrp"), format("gbrp")));
        String alpha = draft.chain(List.of(copies.get(2)), List.of(Filter.of("alphaextract")));
        return draft.chain(List.of(colours, alpha), List.of(Filter.of("alphamerge")));
    }

    private static Filter format(String pixels) {
        return Filter.of("format").with("pix_fmts", pixels);
    }

    /** The next even pixel to the left. */
    private static String place(String position) {
        return "2*floor((" + position + ")/2)";
    }

    /** What is left after {@link #place}, 0 to 2 pixels. */
    private static String rest(String position) {
        return "((" + position + ")-" + place(position) + ")";
    }

    private static Filter smoothly(MotionPath path, int wide, int high) {
        // perspective counts its frames from 1
        String x = rest(path.x("(on-1)"));
        String y = rest(path.y("(on-1)"));
        return Filter.of("perspective")
                .with("x0", "-" + x)
                .with("y0", "-" + y)
                .with("x1", wide + "-" + x)
                .with("y1", "-" + y)
                .with("x2", "-" + x)
                .with("y2", high + "-" + y)
                .with("x3", wide + "-" + x)
                .with("y3", high + "-" + y)
                .with("interpolation", "linear")
                .with("sense", "source")
                .with("eval", "frame");
    }

    private static Filter byPixel(MotionPath path, int wide, int high, String counter) {
        return Filter.of("crop")
                .with("w", wide - ROOM)
                .with("h", high - ROOM)
                .with("x", ROOM / 2 + "-floor(" + rest(path.x(counter)) + ")")
                .with("y", ROOM / 2 + "-floor(" + rest(path.y(counter)) + ")")
                .with("exact", 1);
    }
}
