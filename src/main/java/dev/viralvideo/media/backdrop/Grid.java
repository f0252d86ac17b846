package dev.viralvideo.media.backdrop;

import dev.viralvideo.media.Motion;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Drafting paper: a fine grid with marks, and drawn outlines. */
final class Grid implements Scene {
    @Override
    public void ground(Graphics2D g, Sketch s) {
        Color sheen = s.tones().sheen();
        double step = s.of(0.0625);
        int columns = (int) (s.width() / step) + 4;
        int rows = (int) (s.height() / step) + 4;
        double left = s.centreX() - columns / 2 * step;
        double top = s.focusY() - (int) (s.focusY() / step + 2) * step;
        g.setStroke(new BasicStroke((float) s.of(0.0016)));
        for (int i = 0; i <= columns; i++) {
            g.setPaint(Tones.alpha(sheen, i % 4 == 0 ? 0.15 : 0.065));
            g.draw(new Line2D.Double(left + i * step, -s.marginY(), left + i * step, s.height() + s.marginY()));
        }
        for (int i = 0; i <= rows; i++) {
            g.setPaint(Tones.alpha(sheen, i % 4 == 0 ? 0.15 : 0.065));
            g.draw(new Line2D.Double(-s.marginX(), top + i * step, s.width() + s.marginX(), top + i * step));
        }
        for (int column = 0; column <= columns; column += 4) {
            for (int row = 0; row <= rows; row += 4) {
                plus(
                        g,
                        left + column * step,
                        top + row * step,
                        s.of(0.012),
                        Tones.alpha(s.tones().accent(), 0.8));
            }
        }
        cells(g, s, left, top, step, columns, rows);
        double glow = s.of(0.7);
        Brush.fill(
                g,
                Brush.circle(s.focusX(), s.focusY(), glow),
                Brush.glow(s.focusX(), s.focusY(), glow, s.tones().lift(0.8), 0.4));
    }

    private static void cells(Graphics2D g, Sketch s, double left, double top, double step, int columns, int rows) {
        Random random = s.random("cells");
        for (int i = 0; i < 16; i++) {
            double x = left + random.nextInt(columns) * step;
            double y = top + random.nextInt(rows) * step;
            g.setPaint(
                    Tones.alpha(i % 3 == 0 ? s.tones().accent() : s.tones().sheen(), 0.09 + 0.1 * random.nextDouble()));
            double inset = step * 0.1;
            g.fill(new RoundRectangle2D.Double(
                    x + inset, y + inset, step - 2 * inset, step - 2 * inset, inset * 2, inset * 2));
        }
    }

    @Override
    public Piece shapes(Sketch s) {
        double size = s.of(0.5);
        BufferedImage picture = Brush.clear(size, size);
        Graphics2D g = Brush.on(picture);
        Color line = Tones.alpha(
                s.tones().light() ? s.tones().accent() : Tones.mix(s.tones().accent(), Color.WHITE, 0.3), 0.8);
        double width = s.of(0.0055);
        Brush.stroke(g, Brush.circle(size * 0.36, size * 0.38, size * 0.25), line, width);
        dashed(g, s, size);
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(size * 0.62, size * 0.46);
        triangle.lineTo(size * 0.93, size * 0.88);
        triangle.lineTo(size * 0.42, size * 0.9);
        triangle.closePath();
        Brush.stroke(g, triangle, Tones.alpha(s.tones().lift(1), 0.9), width);
        plus(g, size * 0.84, size * 0.2, size * 0.06, line);
        g.dispose();
        return new Piece(
                picture, new Motion(-s.of(0.03), s.focusY() + s.of(0.08), 0, 0, s.of(0.045), s.of(0.05), 7, 0.8));
    }

    private static void dashed(Graphics2D g, Sketch s, double size) {
        float dash = (float) s.of(0.014);
        g.setPaint(Tones.alpha(s.tones().sheen(), 0.5));
        g.setStroke(new BasicStroke(
                (float) s.of(0.003), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, dash}, 0));
        g.draw(Brush.circle(size * 0.36, size * 0.38, size * 0.33));
    }

    private static void plus(Graphics2D g, double x, double y, double arm, Color colour) {
        Brush.stroke(g, new Line2D.Double(x - arm, y, x + arm, y), colour, arm * 0.22);
        Brush.stroke(g, new Line2D.Double(x, y - arm, x, y + arm), colour, arm * 0.22);
    }
}
