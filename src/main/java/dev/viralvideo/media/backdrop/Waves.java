package dev.viralvideo.media.backdrop;

import dev.viralvideo.media.Motion;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Hills of water behind each other, the nearest one on the move. */
final class Waves implements Scene {
    private static final double[] HEIGHTS = {0.56, 0.66, 0.76};

    @Override
    public void ground(Graphics2D g, Sketch s) {
        Random random = s.random("waves");
        Tones tones = s.tones();
        double sunX = s.centreX() + (random.nextBoolean() ? 1 : -1) * s.of(0.26);
        Brush.fill(
                g,
                Brush.circle(sunX, s.height() * 0.3, s.of(0.55)),
                Brush.glow(sunX, s.height() * 0.3, s.of(0.55), tones.accent(), 0.3));
        Brush.orb(g, sunX, s.height() * 0.3, s.of(0.2), tones.accent(), 1);
        for (int i = 0; i < HEIGHTS.length; i++) {
            double top = s.height() * HEIGHTS[i];
            Color crest = tones.lift(0.75 - 0.28 * i);
            Path2D wave = wave(
                    -s.marginX(),
                    s.width() + s.marginX(),
                    top,
                    s.height() + s.marginY(),
                    s.of(0.05),
                    s.of(0.75 + 0.25 * i),
                    random.nextDouble() * 6);
            shadow(g, s, wave);
            Brush.fill(
                    g,
                    wave,
                    Brush.linear(0, top - s.of(0.05), crest, 0, top + s.of(0.45), tones.depth(0.55 - 0.12 * i)));
        }
    }

    @Override
    public Piece shapes(Sketch s) {
        double reach = s.of(0.08);
        double width = s.width() + 2 * reach + 8;
        double height = s.height() * 0.17;
        BufferedImage picture = Brush.clear(width, height);
        Graphics2D g = Brush.on(picture);
        Color near = s.tones().lift(0.08);
        Path2D wave = wave(0, width, s.of(0.06), height, s.of(0.045), s.of(1.1), 1);
        Brush.fill(g, wave, Brush.linear(0, 0, near, 0, height, s.tones().from()));
        g.dispose();
        return new Piece(
                picture, new Motion(-reach - 4, s.height() - height + s.of(0.02), 0, 0, reach, s.of(0.018), 6, 0));
    }

    private static void shadow(Graphics2D g, Sketch s, Path2D wave) {
        Color shade = Tones.alpha(s.tones().shade(), 0.05);
        for (int ring = 1; ring <= 5; ring++) {
            Brush.stroke(g, wave, shade, s.of(0.014) * ring);
        }
    }

    static Path2D wave(
            double left, double right, double top, double bottom, double swing, double length, double phase) {
        Path2D wave = new Path2D.Double();
        wave.moveTo(left, bottom);
        for (double x = left; x <= right + 12; x += 12) {
            double angle = 2 * Math.PI * x / length + phase;
            wave.lineTo(x, top + swing * (Math.sin(angle) + 0.4 * Math.sin(angle * 0.53 + 1.7)));
        }
        wave.lineTo(right + 12, bottom);
        wave.closePath();
        return wave;
    }
}
