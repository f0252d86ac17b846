package dev.viralvideo.media.backdrop;

import dev.viralvideo.intake.Aspect;
import dev.viralvideo.media.Zones;
import dev.viralvideo.script.Segment;
import java.awt.Rectangle;
import java.util.Random;

/**
 * What every part of one backdrop is drawn from. Lengths are pixels of the output frame.
 *
 * @param marginX how far the ground reaches beyond the frame to the left and right
 * @param focusX  middle of what is looked at: rays and rings go out from there
 * @param unit    the frame's shorter side: what sizes are a share of
 */
record Sketch(
        int width,
        int height,
        int marginX,
        int marginY,
        double focusX,
        double focusY,
        int unit,
        Tones tones,
        long seed) {
    static Sketch of(Aspect aspect, Segment.Kind kind, Tones tones, long seed) {
        Rectangle picture = Zones.of(aspect, kind).picture();
        int unit = Math.min(aspect.width(), aspect.height());
        return new Sketch(
                aspect.width(),
                aspect.height(),
                unit * 7 / 100,
                unit * 8 / 100,
                picture.getCenterX(),
                picture.getCenterY(),
                unit,
                tones,
                seed);
    }

    double centreX() {
        return width / 2.0;
    }

    /** A share of the shorter side in pixels. */
    double of(double share) {
        return unit * share;
    }

    /** Its algorithm is part of Java's specification, so the same seed draws the same picture everywhere. */
    Random random(String part) {
        return new Random(seed * 31 + part.hashCode());
    }
}
