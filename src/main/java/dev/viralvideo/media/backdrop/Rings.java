package dev.viralvideo.media.backdrop;

import dev.viralvideo.media.Motion;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Tonal ripples round the middle, and a piece of an orbit with its bodies. */
final class Rings implements Scene {
    @Override
    public void ground(Graphics2D g, Sketch s) {
        Color sheen = s.tones().sheen();
        for (double radius : new double[] {1.3, 1.04, 0.8, 0.58, 0.4}) {
            Brush.fill(
                    g,
                    Brush.circle(s.focusX(), s.focusY(), s.of(radius)),
                    Tones.alpha(s.tones().lift(0.9), 0.10));
            Brush.stroke(g, Brush.circle(s.focusX(), s.focusY(), s.of(radius)), Tones.alpha(sheen, 0.10), s.of(0.0022));
        }
        Random random = s.random("rings");
        for (int i = 0; i < 9; i++) {
            double radius = new double[] {0.58, 0.8, 1.04}[i % 3];
            double angle = random.nextDouble() * 2 * Math.PI;
            double x = s.focusX() + Math.cos(angle) * s.of(radius);
            double y = s.focusY() + Math.sin(angle) * s.of(radius);
            Brush.fill(
                    g,
                    Brush.circle(x, y, s.of(0.006 + 0.010 * random.nextDouble())),
                    i % 3 == 0 ? s.tones().accent() : Tones.alpha(sheen, 0.6));
        }
    }

    @Override
    public Piece shapes(Sketch s) {
        double size = s.of(0.62);
        double radius = size * 0.86;
        BufferedImage picture = Brush.clear(size, size);
        Graphics2D g = Brush.on(picture);
        Arc2D arc = new Arc2D.Double(
                size * 0.06 - radius, size * 0.06 - radius, 2 * radius, 2 * radius, -82, 74, Arc2D.OPEN);
        Brush.stroke(g, arc, Tones.alpha(s.tones().accent(), 0.55), s.of(0.006));
        body(
                g,
                s,
                size * 0.06 + radius * Math.cos(0.62),
                size * 0.06 + radius * Math.sin(0.62),
                s.of(0.052),
                s.tones().accent());
        body(
                g,
                s,
                size * 0.06 + radius * Math.cos(1.16),
                size * 0.06 + radius * Math.sin(1.16),
                s.of(0.024),
                s.tones().second());
        g.dispose();
        return new Piece(
                picture,
                new Motion(
                        Math.min(s.focusX() + s.of(0.02), s.width() - size * 0.9),
                        s.focusY() + s.of(0.02),
                        0,
                        0,
                        s.of(0.035),
                        s.of(0.045),
                        7.5,
                        0.2));
    }

    private static void body(Graphics2D g, Sketch s, double x, double y, double radius, Color colour) {
        Brush.fill(g, Brush.circle(x, y, radius * 1.8), Brush.glow(x, y, radius * 1.8, colour, 0.5));
        Brush.orb(g, x, y, radius, colour, 1);
    }
}
