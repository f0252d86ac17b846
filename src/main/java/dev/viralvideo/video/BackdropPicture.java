package dev.viralvideo.video;

import dev.viralvideo.media.Layer;
import dev.viralvideo.video.filter.Filter;
import java.util.ArrayList;
import java.util.List;

/** A backdrop as a shot's picture: layers that move over each other. */
final class BackdropPicture {
    private BackdropPicture() {}

    static String draw(GraphDraft draft, Shot shot, Stretch stretch) {
        List<Layer> layers = shot.clip().layers();
        String picture = ground(draft, layers.get(0), stretch);
        for (Layer layer : layers.subList(1, layers.size())) {
            picture = BackdropLayer.over(draft, picture, layer, stretch);
        }
        return picture;
    }

    /** The opaque bottom layer is larger than the frame: a moving cut out of it costs nothing. */
    private static String ground(GraphDraft draft, Layer layer, Stretch stretch) {
        MotionPath path = new MotionPath(layer.motion(), stretch.first(), draft.fps());
        List<Filter> filters = new ArrayList<>();
        filters.add(Filter.of("scale")
                .with("w", Math.max(layer.width(), draft.width()))
                .with("h", Math.max(layer.height(), draft.height()))
                .with("out_color_matrix", "bt709")
                .with("out_range", "tv"));
        filters.add(Filter.of("format").with("pix_fmts", "yuv420p"));
        filters.add(Filter.of("setsar").with("sar", "1"));
        filters.addAll(Held.repeated(draft.fps()));
        filters.add(Filter.of("crop")
                .with("w", draft.width())
                .with("h", draft.height())
                .with("x", "-(" + path.x("n") + ")")
                .with("y", "-(" + path.y("n") + ")")
                .with("exact", 1));
        return draft.chain(List.of(draft.input(layer.file(), Held.options("png_pipe", draft.fps()))), filters);
    }
}
