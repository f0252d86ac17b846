package dev.viralvideo.media.backdrop;

import dev.viralvideo.media.Motion;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;

/** The opaque lowest layer: a mesh gradient in the palette, the scene's own marks, a vignette and grain. */
final class Ground {
    /** The gradient has no detail, so it is computed this many times smaller. */
    private static final int COARSE = 12;

    private static final double SWAY_SECONDS = 13;

    private Ground() {}

    static Piece draw(Sketch sketch, Scene scene) {
        int width = sketch.width() + 2 * sketch.marginX();
        int height = sketch.height() + 2 * sketch.marginY();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = Brush.on(picture);
        g.drawImage(mesh(sketch, width / COARSE + 1, height / COARSE + 1), 0, 0, width + COARSE, height + COARSE, null);
        g.translate(sketch.marginX(), sketch.marginY());
        scene.ground(g, sketch);
        vignette(g, sketch);
        g.dispose();
        grain(picture, sketch.seed());
        return new Piece(picture, motion(sketch));
    }

    /** Sways within the margins less two pixels, so that rounding never bares an edge, however long it runs. */
    private static Motion motion(Sketch sketch) {
        Random random = sketch.random("ground");
        double phase = random.nextInt(100) / 100.0;
        return new Motion(
                -sketch.marginX(),
                -sketch.marginY(),
                0,
                0,
                sketch.marginX() - 2,
                sketch.marginY() - 2,
                SWAY_SECONDS,
                phase);
    }

    /** Two background tones from corner to corner, and four wide lights near their hue. */
    private static BufferedImage mesh(Sketch sketch, int width, int height) {
        Random random = sketch.random("mesh");
        Tones tones = sketch.tones();
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = Brush.on(small);
        boolean leftToRight = random.nextBoolean();
        double x1 = leftToRight ? 0 : width;
        Brush.fill(
                g,
                new Rectangle2D.Double(0, 0, width, height),
                Brush.linear(x1, 0, tones.from(), width - x1, height, tones.to()));
        double size = Math.min(width, height);
        Color[] lights = {tones.lift(0.75), Tones.turned(tones.lift(0.4), 0.07f), tones.lift(0.3), tones.from()};
        double[] strength = tones.light() ? new double[] {0.7, 0.6, 0.8, 0.9} : new double[] {0.62, 0.7, 0.8, 0.9};
        for (int i = 0; i < lights.length; i++) {
            double angle = Math.PI / 2 * i + random.nextDouble() * 1.2;
            double x = width / 2.0 + Math.cos(angle) * width * 0.46;
            double y = height / 2.0 + Math.sin(angle) * height * 0.42;
            double radius = size * (0.65 + 0.35 * random.nextDouble());
            Brush.fill(g, Brush.circle(x, y, radius), Brush.glow(x, y, radius, lights[i], strength[i]));
        }
        g.dispose();
        return small;
    }

    private static void vignette(Graphics2D g, Sketch sketch) {
        Color shade = sketch.tones().shade();
        double depth = sketch.height() * 0.34;
        double strength = sketch.tones().light() ? 0.12 : 0.5;
        int left = -sketch.marginX();
        int width = sketch.width() + 2 * sketch.marginX();
        double top = -sketch.marginY();
        double bottom = sketch.height() + sketch.marginY();
        Color full = Tones.alpha(shade, strength);
        Color none = Tones.alpha(shade, 0);
        Brush.fill(
                g, new Rectangle2D.Double(left, top, width, depth), Brush.linear(0, top, full, 0, top + depth, none));
        Brush.fill(
                g,
                new Rectangle2D.Double(left, bottom - depth, width, depth),
                Brush.linear(0, bottom, full, 0, bottom - depth, none));
    }

    /** Noise of two levels: enough that eight bits show no bands, too little to cost the encoder much. */
    private static void grain(BufferedImage picture, long seed) {
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        int state = (int) (seed ^ (seed >>> 32)) | 1;
        for (int i = 0; i < pixels.length; i++) {
            state ^= state << 13;
            state ^= state >>> 17;
            state ^= state << 5;
            int noise = ((state >>> 8) & 3) + ((state >>> 16) & 1) - 2;
            int p = pixels[i];
            pixels[i] = level((p >> 16 & 255) + noise) << 16
                    | level((p >> 8 & 255) + noise) << 8
                    | level((p & 255) + noise);
        }
    }

    private static int level(int value) {
        return value < 0 ? 0 : Math.min(value, 255);
    }
}
