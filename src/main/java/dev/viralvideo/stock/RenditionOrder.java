package dev.viralvideo.stock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which rendition of a work to try first: the smallest that fills the frame, then larger ones, then smaller ones from
 * the largest down. One of unknown size comes after those that fill the frame.
 *
 * @param width  of the frame in pixels
 * @param height of the frame in pixels
 */
public record RenditionOrder(int width, int height) {
    /** More than enough for any frame; decoding it would only take time. */
    private static final double WASTEFUL = 3;

    public List<Rendition> of(Work work) {
        List<Rendition> ordered = new ArrayList<>(work.renditions());
        ordered.sort(Comparator.comparingInt(this::rank).thenComparingDouble(this::within));
        return ordered;
    }

    private int rank(Rendition rendition) {
        if (!rendition.sized()) {
            return 1;
        }
        double scale = scale(rendition);
        return scale < 1 ? 2 : scale > WASTEFUL ? 3 : 0;
    }

    private double within(Rendition rendition) {
        if (!rendition.sized()) {
            return 0;
        }
        double scale = scale(rendition);
        return scale < 1 ? -scale : scale;
    }

    /** How much larger than needed; below 1 it has to be enlarged. */
    private double scale(Rendition rendition) {
        return Math.min((double) rendition.width() / width, (double) rendition.height() / height);
    }
}
