package dev.viralvideo.media.backdrop;

import java.awt.Color;
import java.util.List;

/** The colours of one video's backdrops, all derived from its palette. */
record Tones(Color from, Color to, Color accent, Color second, Color ink, boolean light) {
    /** @param palette {@code #rrggbb}: background, second background, accent, text */
    static Tones of(List<String> palette) {
        Color from = Color.decode(palette.get(0));
        Color to = Color.decode(palette.get(1));
        Color accent = Color.decode(palette.get(2));
        return new Tones(
                from, to, accent, turned(accent, -0.09f), Color.decode(palette.get(3)), brightness(from) > 0.55);
    }

    /** What stands out softly from the background: white on dark palettes, the accent's dark side on light ones. */
    Color sheen() {
        return light ? mix(accent, from, 0.25) : Color.WHITE;
    }

    /**
     * The background's own hue, brighter and purer by steps: areas are built from it, for the accent laid see-through
     * over another hue turns to mud.
     *
     * @param step 0 (the second background) to 1
     */
    Color lift(double step) {
        float[] hsb = Color.RGBtoHSB(to.getRed(), to.getGreen(), to.getBlue(), null);
        if (light) {
            return Color.getHSBColor(
                    hsb[0] - 0.02f * (float) step,
                    Math.min(1, hsb[1] * (1 + 0.7f * (float) step)),
                    Math.max(0, hsb[2] * (1 - 0.03f * (float) step)));
        }
        return Color.getHSBColor(
                hsb[0] - 0.035f * (float) step,
                Math.max(0, hsb[1] * (1 - 0.18f * (float) step)),
                Math.min(1, hsb[2] + (0.92f - hsb[2]) * 0.75f * (float) step));
    }

    /** The background's two tones mixed, 0 to 1. */
    Color depth(double step) {
        return mix(from, to, step);
    }

    /** The darkest tone that belongs to the palette: for shadows and vignettes. */
    Color shade() {
        return light ? mix(Color.BLACK, accent, 0.35) : mix(from, Color.BLACK, 0.72);
    }

    static Color alpha(Color colour, double alpha) {
        int value = (int) Math.round(255 * Math.max(0, Math.min(1, alpha)));
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), value);
    }

    static Color mix(Color a, Color b, double share) {
        double left = 1 - share;
        return new Color(
                (int) Math.round(a.getRed() * left + b.getRed() * share),
                (int) Math.round(a.getGreen() * left + b.getGreen() * share),
                (int) Math.round(a.getBlue() * left + b.getBlue() * share));
    }

    /** @param turn of the hue, 1 is the full circle */
    static Color turned(Color colour, float turn) {
        float[] hsb = Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null);
        return Color.getHSBColor(hsb[0] + turn, hsb[1], hsb[2]);
    }

    static double brightness(Color colour) {
        return (0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue()) / 255;
    }
}
