package dev.viralvideo.graphics;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;

/**
 * A blurred silhouette that can be drawn many times. It is worked out at half the resolution: a soft edge has no detail
 * to lose.
 */
public final class SoftShadow {
    private static final double SHRINK = 0.5;

    private final BufferedImage silhouette;
    private final Rectangle place;

    private SoftShadow(BufferedImage silhouette, Rectangle place) {
        this.silhouette = silhouette;
        this.place = place;
    }

    /** @param grow pixels that the shapes are thickened by; @param blur pixels that the edge reaches outwards */
    static SoftShadow of(List<Shape> shapes, double grow, double blur, Color colour) {
        int room = (int) Math.ceil(grow + blur) + 3;
        Rectangle place =
                shapes.stream().map(Shape::getBounds).reduce(Rectangle::union).orElseGet(Rectangle::new);
        place.grow(room, room);
        int width = (int) Math.ceil(place.width * SHRINK);
        int height = (int) Math.ceil(place.height * SHRINK);
        BufferedImage picture = Canvas.transparent(width, height, graphics -> {
            graphics.scale(SHRINK, SHRINK);
            graphics.translate(-place.x, -place.y);
            graphics.setColor(colour);
            graphics.setStroke(TextPaint.round(grow));
            for (Shape shape : shapes) {
                graphics.fill(shape);
                if (grow > 0) {
                    graphics.draw(shape);
                }
            }
        });
        blur(picture, (int) Math.round(blur * SHRINK / 2), colour);
        return new SoftShadow(enlarged(picture), place);
    }

    /** @param drop whole pixels, so that it is a plain copy */
    public void draw(Graphics2D graphics, int drop) {
        graphics.drawImage(silhouette, place.x, place.y + drop, null);
    }

    private static BufferedImage enlarged(BufferedImage picture) {
        int width = (int) (picture.getWidth() / SHRINK);
        int height = (int) (picture.getHeight() / SHRINK);
        return Canvas.transparent(width, height, graphics -> graphics.drawImage(picture, 0, 0, width, height, null));
    }

    /** Two passes of a moving average each way: close to a Gaussian, and its cost does not grow with the radius. */
    private static void blur(BufferedImage picture, int radius, Color colour) {
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] alpha = new int[pixels.length];
        int strength = colour.getAlpha();
        for (int i = 0; i < pixels.length; i++) {
            // strokes and fills overlap: what is inked at all counts with the colour's own alpha
            alpha[i] = Math.min(strength, pixels[i] >>> 24);
        }
        for (int pass = 0; pass < 2 && radius > 0; pass++) {
            alpha = average(alpha, width, height, radius);
            alpha = average(alpha, height, width, radius);
        }
        int rgb = colour.getRGB() & 0xffffff;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = alpha[i] << 24 | rgb;
        }
    }

    /** Averages along rows and hands back the picture turned over its diagonal, so that two calls do both ways. */
    private static int[] average(int[] values, int width, int height, int radius) {
        int[] turned = new int[values.length];
        int span = 2 * radius + 1;
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int sum = 0;
            for (int x = 0; x < Math.min(radius, width); x++) {
                sum += values[row + x];
            }
            for (int x = 0; x < width; x++) {
                sum += x + radius < width ? values[row + x + radius] : 0;
                sum -= x - radius - 1 >= 0 ? values[row + x - radius - 1] : 0;
                turned[x * height + y] = sum / span;
            }
        }
        return turned;
    }
}
