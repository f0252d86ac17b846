package dev.viralvideo.media.backdrop;

import dev.viralvideo.media.Motion;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Lights out of focus, as a fast lens shows them at night. */
final class Bokeh implements Scene {
    private static final int COUNT = 26;

    @Override
    public void ground(Graphics2D g, Sketch s) {
        Random random = s.random("bokeh");
        for (int i = 0; i < COUNT; i++) {
            double x = random.nextDouble() * s.width();
            double y = random.nextDouble() * s.height();
            double depth = random.nextDouble();
            disc(g, s, x, y, s.of(0.03 + 0.11 * depth * depth), colour(s, i), 0.10 + 0.16 * random.nextDouble());
        }
    }

    @Override
    public Piece shapes(Sketch s) {
        double size = s.of(0.6);
        BufferedImage picture = Brush.clear(size, size);
        Graphics2D g = Brush.on(picture);
        disc(g, s, size * 0.62, size * 0.6, s.of(0.2), Tones.mix(s.tones().accent(), Color.WHITE, 0.15), 0.7);
        disc(g, s, size * 0.22, size * 0.74, s.of(0.1), Tones.mix(s.tones().accent(), Color.WHITE, 0.35), 0.4);
        disc(g, s, size * 0.3, size * 0.24, s.of(0.055), s.tones().sheen(), 0.3);
        g.dispose();
        return new Piece(
                picture, new Motion(s.width() - s.of(0.46), s.height() * 0.56, 0, 0, s.of(0.06), s.of(0.08), 9, 0.1));
    }

    private static Color colour(Sketch s, int i) {
        return switch (i % 4) {
            case 0 -> Tones.mix(s.tones().accent(), Color.WHITE, 0.2);
            case 1 -> s.tones().lift(0.7);
            case 2 -> Tones.mix(s.tones().accent(), Color.WHITE, 0.4);
            default -> s.tones().lift(1);
        };
    }

    /** A lens makes the rim of such a disc a little brighter than its middle. */
    private static void disc(Graphics2D g, Sketch s, double x, double y, double radius, Color colour, double alpha) {
        Brush.fill(g, Brush.circle(x, y, radius), Tones.alpha(colour, alpha));
        Brush.stroke(g, Brush.circle(x, y, radius * 0.98), Tones.alpha(colour, alpha * 0.9), s.of(0.003));
    }
}
