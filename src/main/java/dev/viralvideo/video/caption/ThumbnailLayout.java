package dev.viralvideo.video.caption;

import dev.viralvideo.intake.Aspect;
import dev.viralvideo.media.SafeArea;
import dev.viralvideo.media.Zones;
import dev.viralvideo.script.Segment;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;

/**
 * How a thumbnail is laid out; lengths are pixels of the frame.
 *
 * @param title    the title's box
 * @param atBottom whether the title stands on the box's bottom, else in its middle
 * @param lines    of the title, at most
 * @param frame    how the frame that lies beneath is moved and enlarged
 */
record ThumbnailLayout(Rectangle title, boolean atBottom, int lines, AffineTransform frame) {
    /** Of footage nobody knows where its subject is; most leave the lower part, a wide one the left, the freest. */
    static ThumbnailLayout onFootage(Aspect aspect) {
        SafeArea area = SafeArea.of(aspect);
        boolean wide = aspect == Aspect.LANDSCAPE;
        double width = wide ? aspect.width() * 0.62 : area.width();
        double height = aspect.height() * (wide ? 0.8 : aspect == Aspect.SQUARE ? 0.62 : 0.42);
        double top = wide ? (aspect.height() - height) / 2 : area.bottom() - height;
        Rectangle title = new Rectangle(area.left(), (int) top, (int) width, (int) height);
        return new ThumbnailLayout(title, !wide, wide ? 4 : 5, new AffineTransform());
    }

    /** Nothing is spoken over it, so the opening's illustration can be larger and its title, too. */
    static ThumbnailLayout onBackdrop(Aspect aspect) {
        return switch (aspect) {
            case PORTRAIT -> onBackdrop(aspect, new Rectangle(64, 170, 952, 650), 4, 1.3, 0.5, 0.6);
            case SQUARE -> onBackdrop(aspect, new Rectangle(64, 60, 952, 410), 3, 1.4, 0.5, 0.66);
            case LANDSCAPE -> onBackdrop(aspect, new Rectangle(96, 110, 890, 860), 4, 1.33, 0.735, 0.5);
        };
    }

    /** @param x and y: where the illustration's middle should be, as shares of the frame */
    private static ThumbnailLayout onBackdrop(
            Aspect aspect, Rectangle title, int lines, double zoom, double x, double y) {
        Rectangle picture = Zones.of(aspect, Segment.Kind.HOOK).picture();
        double left = moved(x * aspect.width(), zoom * picture.getCenterX(), aspect.width() * (zoom - 1));
        double top = moved(y * aspect.height(), zoom * picture.getCenterY(), aspect.height() * (zoom - 1));
        return new ThumbnailLayout(title, false, lines, new AffineTransform(zoom, 0, 0, zoom, left, top));
    }

    /** Never so far that an edge of the frame shows. */
    private static double moved(double wanted, double is, double spare) {
        return Math.max(-spare, Math.min(0, wanted - is));
    }
}
