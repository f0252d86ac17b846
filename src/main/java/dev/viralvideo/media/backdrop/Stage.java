package dev.viralvideo.media.backdrop;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;

/** What the illustration is set on; one kind for a whole video, so that its segments belong together. */
enum Stage {
    /** A disc of frosted glass. */
    DISC {
        @Override
        void draw(Graphics2D g, Sketch s, double middle, double size, Color plate) {
            glow(g, middle, size * 0.66, s.tones(), 0.5);
            double radius = size * 0.53;
            Brush.fill(g, Brush.circle(middle, middle, radius), glass(s, middle, radius));
            Brush.stroke(g, Brush.circle(middle, middle, radius), rim(middle, radius), s.of(0.0035));
        }
    },
    /** A tilted card with round corners. */
    CARD {
        @Override
        void draw(Graphics2D g, Sketch s, double middle, double size, Color plate) {
            glow(g, middle, size * 0.66, s.tones(), 0.4);
            double side = size * 0.86;
            Graphics2D tilted = (Graphics2D) g.create();
            tilted.rotate(Math.toRadians(-5), middle, middle);
            RoundRectangle2D card = new RoundRectangle2D.Double(
                    middle - side / 2, middle - side / 2, side, side, side * 0.3, side * 0.3);
            Brush.fill(
                    tilted,
                    card,
                    Brush.linear(
                            middle - side / 2,
                            middle - side / 2,
                            Tones.alpha(Tones.mix(plate, Color.WHITE, 0.15), 0.97),
                            middle + side / 2,
                            middle + side / 2,
                            Tones.alpha(Tones.mix(Tones.turned(plate, -0.07f), Color.BLACK, 0.12), 0.97)));
            Brush.stroke(tilted, card, rim(middle, side / 2), s.of(0.004));
            tilted.dispose();
        }
    },
    /** A ring of light, and a floor under the picture. */
    HALO {
        @Override
        void draw(Graphics2D g, Sketch s, double middle, double size, Color plate) {
            glow(g, middle, size * 0.66, s.tones(), 0.72);
            Color ring =
                    s.tones().light() ? s.tones().accent() : Tones.mix(s.tones().accent(), Color.WHITE, 0.3);
            Brush.stroke(g, Brush.circle(middle, middle, size * 0.56), Tones.alpha(ring, 0.22), s.of(0.02));
            Brush.stroke(g, Brush.circle(middle, middle, size * 0.56), Tones.alpha(ring, 0.95), s.of(0.006));
            Ellipse2D floor = new Ellipse2D.Double(middle - size * 0.3, middle + size * 0.375, size * 0.6, size * 0.09);
            Brush.fill(g, floor, Tones.alpha(s.tones().shade(), 0.35));
        }
    };

    /** @param middle of the picture in both directions, @param size of the illustration; all within 1.36 of it, @param plate a colour of a solid ground */
    abstract void draw(Graphics2D g, Sketch s, double middle, double size, Color plate);

    static Stage of(long seed) {
        return values()[(int) Math.floorMod(seed, (long) values().length)];
    }

    private static void glow(Graphics2D g, double middle, double radius, Tones tones, double alpha) {
        Color light = Tones.mix(tones.light() ? tones.accent() : tones.lift(1), Color.WHITE, 0.4);
        Brush.fill(g, Brush.circle(middle, middle, radius), Brush.glow(middle, middle, radius, light, alpha));
    }

    private static Paint glass(Sketch s, double middle, double radius) {
        double strength = s.tones().light() ? 0.75 : 0.34;
        return Brush.linear(
                middle - radius * 0.7,
                middle - radius * 0.8,
                Tones.alpha(Color.WHITE, strength),
                middle + radius * 0.7,
                middle + radius * 0.8,
                Tones.alpha(Color.WHITE, strength * 0.28));
    }

    private static Paint rim(double middle, double radius) {
        return Brush.linear(
                middle - radius,
                middle - radius,
                Tones.alpha(Color.WHITE, 0.75),
                middle + radius,
                middle + radius,
                Tones.alpha(Color.WHITE, 0.08));
    }
}
