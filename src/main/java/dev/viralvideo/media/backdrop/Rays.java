package dev.viralvideo.media.backdrop;

import dev.viralvideo.media.Motion;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Light that bursts from the middle, and sparkles. */
final class Rays implements Scene {
    private static final int COUNT = 14;

    @Override
    public void ground(Graphics2D g, Sketch s) {
        double reach = Math.hypot(s.width(), s.height()) * 0.72;
        Random random = s.random("rays");
        double turn = random.nextDouble() * 360;
        Color light = s.tones().lift(s.tones().light() ? 1 : 0.85);
        for (int i = 0; i < COUNT; i++) {
            Arc2D ray = new Arc2D.Double(
                    s.focusX() - reach,
                    s.focusY() - reach,
                    2 * reach,
                    2 * reach,
                    turn + i * 360.0 / COUNT,
                    180.0 / COUNT,
                    Arc2D.PIE);
            Brush.fill(
                    g,
                    ray,
                    Brush.glow(s.focusX(), s.focusY(), reach, light, s.tones().light() ? 0.6 : 0.34));
        }
        double glow = s.of(0.75);
        Brush.fill(
                g, Brush.circle(s.focusX(), s.focusY(), glow), Brush.glow(s.focusX(), s.focusY(), glow, light, 0.38));
        Brush.fill(
                g,
                Brush.circle(s.focusX(), s.focusY(), glow * 0.75),
                Brush.glow(s.focusX(), s.focusY(), glow * 0.75, s.tones().accent(), 0.3));
        for (int i = 0; i < 12; i++) {
            double x = random.nextDouble() * s.width();
            double y = random.nextDouble() * s.height();
            Brush.fill(
                    g,
                    star(x, y, s.of(0.008 + 0.014 * random.nextDouble())),
                    Tones.alpha(s.tones().sheen(), 0.5));
        }
    }

    @Override
    public Piece shapes(Sketch s) {
        double size = s.of(0.42);
        BufferedImage picture = Brush.clear(size, size);
        Graphics2D g = Brush.on(picture);
        Color bright =
                s.tones().light() ? s.tones().accent() : Tones.mix(s.tones().accent(), Color.WHITE, 0.55);
        double[][] stars = {{0.36, 0.42, 0.15}, {0.74, 0.22, 0.08}, {0.72, 0.74, 0.055}, {0.2, 0.82, 0.04}};
        for (double[] star : stars) {
            double x = size * star[0];
            double y = size * star[1];
            double radius = s.of(star[2]) * 0.72;
            Brush.fill(g, Brush.circle(x, y, radius), Brush.glow(x, y, radius, bright, 0.35));
            Brush.fill(g, star(x, y, radius), Tones.alpha(bright, 0.95));
        }
        g.dispose();
        return new Piece(
                picture,
                new Motion(
                        Math.min(s.focusX() + s.of(0.14), s.width() - size),
                        Math.max(0, s.focusY() - s.of(0.50)),
                        0,
                        0,
                        s.of(0.03),
                        s.of(0.045),
                        5.5,
                        0.35));
    }

    static Path2D star(double x, double y, double radius) {
        Path2D star = new Path2D.Double();
        star.moveTo(x, y - radius);
        double waist = radius * 0.12;
        star.quadTo(x + waist, y - waist, x + radius, y);
        star.quadTo(x + waist, y + waist, x, y + radius);
        star.quadTo(x - waist, y + waist, x - radius, y);
        star.quadTo(x - waist, y - waist, x, y - radius);
        star.closePath();
        return star;
    }
}
