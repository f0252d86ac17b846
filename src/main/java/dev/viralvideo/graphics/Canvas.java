package dev.viralvideo.graphics;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Makes pictures with the rendering settings that text needs. */
public final class Canvas {
    private Canvas() {}

    /** A transparent picture with what the painter draws on it. */
    public static BufferedImage transparent(int width, int height, Consumer<Graphics2D> painter) {
        return paint(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), painter);
    }

    public static BufferedImage opaque(int width, int height, Color ground, Consumer<Graphics2D> painter) {
        return paint(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), graphics -> {
            graphics.setColor(ground);
            graphics.fillRect(0, 0, width, height);
            painter.accept(graphics);
        });
    }

    private static BufferedImage paint(BufferedImage picture, Consumer<Graphics2D> painter) {
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            painter.accept(graphics);
            return picture;
        } finally {
            graphics.dispose();
        }
    }
}
