package dev.viralvideo.media.backdrop;

import dev.viralvideo.media.Motion;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Slanted capsules that fade along their length, as of something fast. */
final class Ribbons implements Scene {
    private static final double SLANT = -Math.PI / 4;

    @Override
    public void ground(Graphics2D g, Sketch s) {
        Random random = s.random("ribbons");
        double across = Math.hypot(s.width(), s.height());
        Graphics2D slanted = (Graphics2D) g.create();
        slanted.rotate(SLANT, s.centreX(), s.height() / 2.0);
        int lanes = 11;
        for (int lane = 0; lane < lanes; lane++) {
            double y = s.height() / 2.0 + (lane - lanes / 2) * across / lanes;
            double thickness = s.of(0.045 + 0.075 * random.nextDouble());
            double length = s.of(0.7 + 0.8 * random.nextDouble());
            double x = s.centreX() - across * 0.62 + random.nextDouble() * across * 0.75;
            Color colour = lane % 3 == 0
                    ? s.tones().accent()
                    : lane % 3 == 1 ? s.tones().lift(0.7) : s.tones().lift(1);
            capsule(slanted, x, y, length, thickness, colour, lane % 3 == 0 ? 0.85 : 0.5);
        }
        slanted.dispose();
    }

    @Override
    public Piece shapes(Sketch s) {
        double size = s.of(0.56);
        BufferedImage picture = Brush.clear(size, size);
        Graphics2D g = Brush.on(picture);
        g.rotate(SLANT, size / 2, size / 2);
        capsule(g, size * 0.05, size * 0.36, size * 0.8, s.of(0.055), s.tones().accent(), 0.9);
        capsule(g, size * 0.22, size * 0.56, size * 0.72, s.of(0.03), s.tones().second(), 0.85);
        capsule(g, size * 0.0, size * 0.68, size * 0.5, s.of(0.014), s.tones().sheen(), 0.8);
        g.dispose();
        return new Piece(picture, new Motion(-s.of(0.08), s.height() * 0.54, 0, 0, s.of(0.06), -s.of(0.06), 6, 0.25));
    }

    private static void capsule(
            Graphics2D g, double x, double y, double length, double thickness, Color colour, double alpha) {
        g.setPaint(Brush.linear(x, y, Tones.alpha(colour, 0), x + length, y, Tones.alpha(colour, alpha)));
        g.fill(new RoundRectangle2D.Double(x, y - thickness / 2, length, thickness, thickness, thickness));
    }
}
