package dev.viralvideo.media.backdrop;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A box blur of a picture's alpha, three times, which comes close to a Gaussian one. */
final class Blur {
    private Blur() {}

    /** Turns a small premultiplied picture into its blurred silhouette in one colour. */
    static void silhouette(BufferedImage picture, int radius, Color colour, double alpha) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        float[] mask = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            mask[i] = (pixels[i] >>> 24) / 255f;
        }
        for (int pass = 0; pass < 3; pass++) {
            for (int y = 0; y < height; y++) {
                line(mask, y * width, 1, width, radius);
            }
            for (int x = 0; x < width; x++) {
                line(mask, x, width, height, radius);
            }
        }
        for (int i = 0; i < pixels.length; i++) {
            double a = mask[i] * alpha;
            pixels[i] = (int) (a * 255 + 0.5) << 24
                    | (int) (a * colour.getRed() + 0.5) << 16
                    | (int) (a * colour.getGreen() + 0.5) << 8
                    | (int) (a * colour.getBlue() + 0.5);
        }
    }

    private static void line(float[] values, int start, int step, int count, int radius) {
        float[] source = new float[count];
        for (int i = 0; i < count; i++) {
            source[i] = values[start + i * step];
        }
        float sum = 0;
        for (int i = -radius; i < count; i++) {
            sum += i + radius < count ? source[i + radius] : 0;
            sum -= i - radius - 1 >= 0 ? source[i - radius - 1] : 0;
            if (i >= 0) {
                values[start + i * step] = sum / (2 * radius + 1);
            }
        }
    }
}
