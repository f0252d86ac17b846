package dev.viralvideo.media;

import dev.viralvideo.intake.Aspect;
import dev.viralvideo.script.Segment;
import java.awt.Rectangle;

/**
 * Who has which part of the frame, in pixels, so that title, illustration and captions never cover each other: upright
 * and square frames stack them, a wide one sets the title beside the illustration.
 *
 * @param title   for the title card
 * @param picture for illustrations; what they stand on may reach a little beyond it
 * @param words   for captions at their lower place
 */
public record Zones(Rectangle title, Rectangle picture, Rectangle words) {
    public static Zones of(Aspect aspect, Segment.Kind kind) {
        SafeArea safe = SafeArea.of(aspect);
        SafeArea centred = safe.centred(aspect);
        return switch (aspect) {
            case PORTRAIT -> stacked(aspect, kind == Segment.Kind.HOOK ? 640 : 570, 1098);
            case SQUARE -> stacked(aspect, kind == Segment.Kind.HOOK ? 340 : 276, 664);
            case LANDSCAPE ->
                new Zones(
                        box(centred.left(), 120, 1016, 720),
                        box(1040, safe.top(), centred.right(), 744),
                        box(centred.left(), 750, centred.right(), safe.bottom()));
        };
    }

    /** Title over picture over words, parted at the two heights. */
    private static Zones stacked(Aspect aspect, int upper, int lower) {
        SafeArea safe = SafeArea.of(aspect);
        SafeArea centred = safe.centred(aspect);
        return new Zones(
                // as wide on both sides: the platforms' buttons at the right only begin under it
                box(safe.left(), safe.top(), aspect.width() - safe.left(), upper),
                box(0, upper, aspect.width(), lower),
                box(centred.left(), lower, centred.right(), safe.bottom()));
    }

    private static Rectangle box(int left, int top, int right, int bottom) {
        return new Rectangle(left, top, right - left, bottom - top);
    }
}
