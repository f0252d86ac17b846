package dev.viralvideo.video;

import dev.viralvideo.video.filter.Filter;
import java.util.List;

/** Puts the palette's background behind a source that is transparent in places. */
final class Backing {
    private Backing() {}

    static String behind(GraphDraft draft, Shot shot, String picture) {
        if (!shot.format().alpha()) {
            return picture;
        }
        Filter colour = Filter.of("color")
                .with("color", shot.palette().background())
                .with("size", draft.width() + "x" + draft.height())
                .with("rate", draft.fps());
        String back = draft.chain(List.of(), List.of(colour, Filter.of("format").with("pix_fmts", "yuv420p")));
        return draft.chain(List.of(back, picture), List.of(Filter.of("overlay")));
    }
}
