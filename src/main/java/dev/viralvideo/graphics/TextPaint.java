package dev.viralvideo.graphics;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.List;

/**
 * How outlines of letters are inked: a shadow, an outline round the letters, the letters. Widths in pixels.
 *
 * @param outline      never see-through, or overlapping letters would show
 * @param outlineWidth how far the outline reaches beyond the letters, 0 for none
 * @param shadow       its alpha is the strength, 0 for none
 * @param drop         how far the shadow falls down
 * @param blur         how soft its edge is
 */
public record TextPaint(Color outline, double outlineWidth, Color shadow, int drop, double blur) {
    /** A shape in its colour. */
    public record Inked(Shape shape, Color fill) {}

    public void draw(Graphics2D graphics, List<Inked> shapes) {
        shadow(shapes.stream().map(Inked::shape).toList()).draw(graphics, drop());
        letters(graphics, shapes);
    }

    /** Only outlines and letters; all outlines first, so that none covers a neighbour's letters. */
    public void letters(Graphics2D graphics, List<Inked> shapes) {
        if (outlineWidth > 0) {
            graphics.setColor(outline);
            graphics.setStroke(round(outlineWidth));
            shapes.forEach(inked -> graphics.draw(inked.shape));
        }
        for (Inked inked : shapes) {
            graphics.setColor(inked.fill);
            graphics.fill(inked.shape);
        }
    }

    /** The shadow of the shapes with their outline; it falls {@link #drop} pixels down. */
    public SoftShadow shadow(List<Shape> shapes) {
        return SoftShadow.of(shapes, outlineWidth, blur, shadow);
    }

    /** Pixels beyond the letters that may be inked, on the side that needs most. */
    public double reach() {
        double shade = shadow.getAlpha() == 0 ? 0 : drop + blur;
        return Math.ceil(outlineWidth + shade) + 1;
    }

    static BasicStroke round(double width) {
        return new BasicStroke((float) (2 * width), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
}
