package dev.viralvideo.graphics;

import java.awt.Color;

/** Colours as {@code #rrggbb} or {@code #rrggbbaa}, and whether one can be read on another (WCAG 2.1). */
public final class Colours {
    /** Least contrast of normal text, WCAG 2.1 success criterion 1.4.3 (AA). */
    public static final double READABLE = 4.5;

    private Colours() {}

    /** @throws IllegalArgumentException when it is neither {@code #rrggbb} nor {@code #rrggbbaa} */
    public static Color parse(String colour) {
        if (colour == null || !colour.matches("#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})")) {
            throw new IllegalArgumentException("must be a colour such as \"#ffcc00\" or \"#000000b3\", is " + colour);
        }
        int rgb = Integer.parseInt(colour.substring(1, 7), 16);
        int alpha = colour.length() == 7 ? 255 : Integer.parseInt(colour.substring(7), 16);
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, alpha);
    }

    /** @param alpha 0 (invisible) to 1 */
    public static Color withAlpha(Color colour, double alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(alpha * 255));
    }

    /** @param share of the second colour, 0 to 1; the alpha of the first stays */
    public static Color mix(Color one, Color two, double share) {
        return new Color(
                mix(one.getRed(), two.getRed(), share),
                mix(one.getGreen(), two.getGreen(), share),
                mix(one.getBlue(), two.getBlue(), share),
                one.getAlpha());
    }

    /** From 1 (the same) to 21 (black on white); alpha does not count. */
    public static double contrast(Color one, Color two) {
        double a = luminance(one);
        double b = luminance(two);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    public static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    /** The colour itself when it can be read on the ground, else the nearest lighter or darker shade of it that can. */
    public static Color readable(Color colour, Color ground) {
        Color towards = contrast(Color.WHITE, ground) >= contrast(Color.BLACK, ground) ? Color.WHITE : Color.BLACK;
        for (double share = 0; share < 1; share += 0.05) {
            Color shade = mix(colour, towards, share);
            if (contrast(shade, ground) >= READABLE) {
                return shade;
            }
        }
        return withAlpha(towards, colour.getAlpha() / 255.0);
    }

    /** Black or white, whichever stands out more. */
    public static Color opposite(Color ground) {
        return contrast(Color.WHITE, ground) >= contrast(Color.BLACK, ground) ? Color.WHITE : Color.BLACK;
    }

    private static int mix(int one, int two, double share) {
        return (int) Math.round(one + (two - one) * share);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
