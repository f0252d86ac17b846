package dev.viralvideo.media.backdrop;

import dev.viralvideo.media.Motion;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Large glassy balls that reach in from the edges. */
final class Orbs implements Scene {
    @Override
    public void ground(Graphics2D g, Sketch s) {
        Random random = s.random("orbs");
        Tones tones = s.tones();
        double side = random.nextBoolean() ? 1 : -1;
        orb(g, s, s.centreX() + side * s.width() * 0.46, s.height() * 0.14, 0.36, tones.lift(0.55), 1);
        orb(g, s, s.centreX() - side * s.width() * 0.5, s.height() * 0.92, 0.40, tones.accent(), 1);
        orb(g, s, s.centreX() + side * s.width() * 0.34, s.height() * 0.84, 0.11, tones.lift(0.9), 1);
        orb(g, s, s.centreX() - side * s.width() * 0.36, s.height() * 0.25, 0.08, tones.accent(), 1);
    }

    private static void orb(Graphics2D g, Sketch s, double x, double y, double share, Color colour, double alpha) {
        double radius = s.of(share);
        Color shade = s.tones().shade();
        double below = y + radius * 0.3;
        Brush.fill(g, Brush.circle(x, below, radius * 1.3), Brush.glow(x, below, radius * 1.3, shade, 0.5));
        Brush.orb(g, x, y, radius, colour, alpha);
    }

    @Override
    public Piece shapes(Sketch s) {
        double size = s.of(0.5);
        BufferedImage picture = Brush.clear(size, size);
        Graphics2D g = Brush.on(picture);
        orb(g, s, size * 0.42, size * 0.52, 0.13, s.tones().lift(0.8), 1);
        orb(g, s, size * 0.82, size * 0.24, 0.045, s.tones().accent(), 1);
        g.dispose();
        return new Piece(
                picture,
                new Motion(
                        s.width() * 0.02 - s.of(0.04),
                        s.height() * 0.44 - s.of(0.25),
                        0,
                        0,
                        s.of(0.05),
                        s.of(0.06),
                        8,
                        0.6));
    }
}
