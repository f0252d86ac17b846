package dev.viralvideo.media.backdrop;

import dev.viralvideo.media.Motion;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Sheets of coloured paper with rounded edges, laid over each other from two corners, each with its shadow. */
final class PaperCut implements Scene {
    private static final int SHEETS = 4;

    @Override
    public void ground(Graphics2D g, Sketch s) {
        Random random = s.random("paper");
        boolean left = random.nextBoolean();
        corner(g, s, left ? 0 : s.width(), 0, s.tones().accent(), random.nextDouble() * 6);
        corner(g, s, left ? s.width() : 0, s.height(), s.tones().second(), random.nextDouble() * 6);
    }

    private static void corner(Graphics2D g, Sketch s, double x, double y, Color core, double phase) {
        for (int i = 0; i < SHEETS; i++) {
            double radius = s.of(1.0 - 0.21 * i);
            Path2D sheet = blob(x, y, radius, phase + i * 0.7);
            Color tone = i == SHEETS - 1 ? core : s.tones().lift(0.1 + 0.26 * i);
            Color shade = Tones.alpha(s.tones().shade(), s.tones().light() ? 0.03 : 0.055);
            for (int ring = 1; ring <= 6; ring++) {
                Brush.stroke(g, sheet, shade, s.of(0.012) * ring);
            }
            Brush.fill(g, sheet, tone);
            Brush.stroke(g, sheet, Tones.alpha(Color.WHITE, 0.10), s.of(0.002));
        }
    }

    @Override
    public Piece shapes(Sketch s) {
        double size = s.of(0.46);
        BufferedImage picture = Brush.clear(size, size);
        Graphics2D g = Brush.on(picture);
        scraps(g, s, size);
        g.dispose();
        return new Piece(
                picture,
                new Motion(
                        s.width() - s.of(0.42),
                        s.height() * 0.45 - s.of(0.48),
                        0,
                        0,
                        s.of(0.04),
                        s.of(0.05),
                        6.5,
                        0.5));
    }

    private static void scraps(Graphics2D g, Sketch s, double size) {
        Random random = s.random("scraps");
        for (int i = 0; i < 13; i++) {
            double x = size * (0.1 + 0.8 * random.nextDouble());
            double y = size * (0.1 + 0.8 * random.nextDouble());
            double radius = s.of(0.010 + 0.016 * random.nextDouble());
            Color tone = i % 3 == 0
                    ? s.tones().second()
                    : i % 3 == 1 ? s.tones().accent() : s.tones().sheen();
            Graphics2D turned = (Graphics2D) g.create();
            turned.rotate(random.nextDouble() * Math.PI, x, y);
            turned.setPaint(Tones.alpha(tone, 0.92));
            if (i % 2 == 0) {
                turned.fill(Brush.circle(x, y, radius * 0.8));
            } else {
                turned.fill(new RoundRectangle2D.Double(
                        x - radius * 1.5, y - radius * 0.55, radius * 3, radius * 1.1, radius, radius));
            }
            turned.dispose();
        }
    }

    static Path2D blob(double x, double y, double radius, double phase) {
        Path2D blob = new Path2D.Double();
        int steps = 90;
        for (int i = 0; i <= steps; i++) {
            double angle = 2 * Math.PI * i / steps;
            double r = radius * (1 + 0.075 * Math.sin(3 * angle + phase) + 0.05 * Math.sin(5 * angle + phase * 1.7));
            if (i == 0) {
                blob.moveTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
            } else {
                blob.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
            }
        }
        blob.closePath();
        return blob;
    }
}
