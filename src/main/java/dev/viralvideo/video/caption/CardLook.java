package dev.viralvideo.video.caption;

import dev.viralvideo.graphics.Colours;
import dev.viralvideo.graphics.Face;
import dev.viralvideo.graphics.TextPaint;
import dev.viralvideo.script.Palette;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What all cards of a video share: its typeface, and colours that can be read on what lies behind them. */
record CardLook(Face face, Palette palette) {
    private static final int LONG = 60;

    Color plate() {
        return Colours.parse(palette.background());
    }

    Color onPlate() {
        return Colours.readable(Colours.parse(palette.text()), plate());
    }

    Color accent() {
        return Colours.parse(palette.accent());
    }

    Color onAccent() {
        return Colours.opposite(accent());
    }

    /** Nearly black with a touch of the palette: readable text needs it whatever the footage is. */
    Color outline() {
        return Colours.mix(plate(), Color.BLACK, Colours.luminance(plate()) > 0.1 ? 0.95 : 0.85);
    }

    Color text() {
        Color text = Colours.parse(palette.text());
        return Colours.contrast(text, outline()) >= Colours.READABLE ? text : Color.WHITE;
    }

    Color keyword() {
        return Colours.readable(accent(), outline());
    }

    /** For text right over footage. */
    TextPaint paint(double size) {
        return new TextPaint(
                outline(),
                size * 0.075,
                Colours.withAlpha(Color.BLACK, 0.75),
                (int) Math.round(size * 0.05),
                size * 0.14);
    }

    /** Capitals have more weight, but nobody reads a paragraph of them. */
    List<String> words(String text) {
        String shown = face.drawable(text.replaceAll("\\s+", " "));
        return Arrays.asList((shown.length() <= LONG ? shown.toUpperCase(Locale.ROOT) : shown).split(" "));
    }
}
