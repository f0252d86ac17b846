package dev.viralvideo.graphics;

import java.awt.image.BufferedImage;
import java.util.zip.Deflater;

/** How the pixels of a kind of picture become bytes that pack well. */
enum PngRows {
    /** Text on nothing is long runs of equal bytes: a filter would cost time and save little. */
    STRAIGHT(6, 4, Deflater.DEFAULT_STRATEGY) {
        @Override
        void fill(byte[] row, int[] pixels, int start, int width) {
            row[0] = 0;
            int at = 1;
            for (int i = start; i < start + width; i++) {
                int pixel = pixels[i];
                row[at++] = (byte) (pixel >> 16);
                row[at++] = (byte) (pixel >> 8);
                row[at++] = (byte) pixel;
                row[at++] = (byte) (pixel >>> 24);
            }
        }
    },
    /** Drawings with alpha, multiplied by it: shades change slowly from left to right. */
    PREMULTIPLIED(6, 4, Deflater.DEFAULT_STRATEGY) {
        @Override
        void fill(byte[] row, int[] pixels, int start, int width) {
            row[0] = LEFT_NEIGHBOUR;
            int at = 1;
            int last = 0;
            for (int i = start; i < start + width; i++) {
                int pixel = straight(pixels[i]);
                row[at++] = (byte) ((pixel >> 16) - (last >> 16));
                row[at++] = (byte) ((pixel >> 8) - (last >> 8));
                row[at++] = (byte) (pixel - last);
                row[at++] = (byte) ((pixel >>> 24) - (last >>> 24));
                last = pixel;
            }
        }
    },
    /** Grounds are full of grain, which has no repeats to look for. */
    OPAQUE(2, 3, Deflater.HUFFMAN_ONLY) {
        @Override
        void fill(byte[] row, int[] pixels, int start, int width) {
            row[0] = LEFT_NEIGHBOUR;
            int at = 1;
            int last = 0;
            for (int i = start; i < start + width; i++) {
                int pixel = pixels[i];
                row[at++] = (byte) ((pixel >> 16) - (last >> 16));
                row[at++] = (byte) ((pixel >> 8) - (last >> 8));
                row[at++] = (byte) (pixel - last);
                last = pixel;
            }
        }
    };

    /** Filter type 1: each byte less that of the pixel to its left. */
    private static final byte LEFT_NEIGHBOUR = 1;

    private final int colourType;
    private final int channels;
    private final int strategy;

    PngRows(int colourType, int channels, int strategy) {
        this.colourType = colourType;
        this.channels = channels;
        this.strategy = strategy;
    }

    /** @param type of a {@link BufferedImage}; what is not known is taken as {@code getRGB} gives it */
    static PngRows of(int type) {
        return switch (type) {
            case BufferedImage.TYPE_INT_RGB -> OPAQUE;
            case BufferedImage.TYPE_INT_ARGB_PRE -> PREMULTIPLIED;
            default -> STRAIGHT;
        };
    }

    /** Whether the raster of such a picture holds the pixels as they are wanted. */
    static boolean known(int type) {
        return type == BufferedImage.TYPE_INT_ARGB || of(type) != STRAIGHT;
    }

    /** @param row filter type and a line of pixels */
    abstract void fill(byte[] row, int[] pixels, int start, int width);

    byte colourType() {
        return (byte) colourType;
    }

    int channels() {
        return channels;
    }

    int strategy() {
        return strategy;
    }

    /** PNG wants colours that are not multiplied by their alpha. */
    private static int straight(int pixel) {
        int alpha = pixel >>> 24;
        if (alpha == 0 || alpha == 255) {
            return pixel;
        }
        int half = alpha / 2;
        int red = Math.min(255, ((pixel >> 16 & 255) * 255 + half) / alpha);
        int green = Math.min(255, ((pixel >> 8 & 255) * 255 + half) / alpha);
        int blue = Math.min(255, ((pixel & 255) * 255 + half) / alpha);
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
