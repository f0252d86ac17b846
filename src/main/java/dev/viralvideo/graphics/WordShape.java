package dev.viralvideo.graphics;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/**
 * The outline of a word at {@link Face#UNITS} pixels with its baseline at y = 0 and its pen starting at x = 0.
 *
 * @param advance     how far the pen moves, in the same units
 * @param rightToLeft whether it is of a script that is written so
 */
public record WordShape(String text, Shape outline, double advance, boolean rightToLeft) {
    public Rectangle2D ink() {
        return outline.getBounds2D();
    }
}
