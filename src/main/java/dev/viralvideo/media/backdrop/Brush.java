package dev.viralvideo.media.backdrop;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;

/** The strokes that the scenes share. */
final class Brush {
    private Brush() {}

    static BufferedImage clear(double width, double height) {
        return new BufferedImage((int) Math.ceil(width), (int) Math.ceil(height), BufferedImage.TYPE_INT_ARGB_PRE);
    }

    static Graphics2D on(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return g;
    }

    static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    static void fill(Graphics2D g, Shape shape, Paint paint) {
        g.setPaint(paint);
        g.fill(shape);
    }

    static void stroke(Graphics2D g, Shape shape, Paint paint, double width) {
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setPaint(paint);
        g.draw(shape);
    }

    static Paint linear(double x1, double y1, Color from, double x2, double y2, Color to) {
        return new LinearGradientPaint(
                new Point2D.Double(x1, y1), new Point2D.Double(x2, y2), new float[] {0, 1}, new Color[] {from, to});
    }

    /** From the middle outwards, with a soft shoulder so that no edge shows. */
    static Paint glow(double x, double y, double radius, Color colour, double alpha) {
        Color[] colours = {
            Tones.alpha(colour, alpha),
            Tones.alpha(colour, alpha * 0.62),
            Tones.alpha(colour, alpha * 0.22),
            Tones.alpha(colour, 0)
        };
        return new RadialGradientPaint(
                new Point2D.Double(x, y),
                (float) radius,
                new float[] {0, 0.35f, 0.7f, 1},
                colours,
                CycleMethod.NO_CYCLE);
    }

    /** A solid ball with light from the upper left and a warmer, darker far side. */
    static void orb(Graphics2D g, double x, double y, double radius, Color colour, double alpha) {
        Color bright = Tones.mix(colour, Color.WHITE, 0.38);
        Color deep = Tones.mix(Tones.turned(colour, -0.05f), Color.BLACK, 0.42 - 0.26 * Tones.brightness(colour));
        Color[] colours = {Tones.alpha(bright, alpha), Tones.alpha(colour, alpha), Tones.alpha(deep, alpha)};
        fill(
                g,
                circle(x, y, radius),
                new RadialGradientPaint(
                        new Point2D.Double(x - radius * 0.38, y - radius * 0.42),
                        (float) (radius * 1.5),
                        new float[] {0, 0.42f, 1},
                        colours,
                        CycleMethod.NO_CYCLE));
    }

    /** A silhouette in one colour, blurred: for shadows and glows. Costs little, for it is made at an eighth. */
    static BufferedImage soft(BufferedImage source, Color colour, double alpha, int blur) {
        int scale = 8;
        int width = Math.max(1, source.getWidth() / scale);
        int height = Math.max(1, source.getHeight() / scale);
        BufferedImage small = clear(width, height);
        Graphics2D g = on(small);
        g.drawImage(source, 0, 0, width, height, null);
        g.dispose();
        Blur.silhouette(small, Math.max(1, blur / scale), colour, alpha);
        return small;
    }
}
