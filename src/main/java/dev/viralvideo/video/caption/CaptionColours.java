package dev.viralvideo.video.caption;

import dev.viralvideo.graphics.Colours;
import dev.viralvideo.script.Palette;
import java.awt.Color;

/**
 * A caption style's colours in a palette, shifted where needed so that text can be read on what lies right behind it:
 * its plate, its box, or its outline.
 *
 * @param plate and box: invisible (alpha 0) for none
 */
record CaptionColours(Color text, Color spoken, Color outline, Color shadow, Color plate, Color box) {
    private static final Color NONE = new Color(0, 0, 0, 0);

    static CaptionColours of(CaptionStyle style, Palette palette) {
        CaptionStyle.Colours names = style.colours();
        Color plate = colour(names.plate(), palette);
        Color box = colour(names.box(), palette);
        Color outline = colour(names.outline(), palette);
        Color spoken = colour(names.spoken(), palette);
        Color ground = style.outline() > 0 ? outline : plate;
        return new CaptionColours(
                Colours.readable(colour(names.text(), palette), ground),
                box.getAlpha() > 0 ? onBox(spoken, box) : Colours.readable(spoken, ground),
                outline,
                colour(names.shadow(), palette),
                plate,
                box);
    }

    // a shade of grey that is just dark enough looks washed out on a bright box
    private static Color onBox(Color spoken, Color box) {
        return Colours.contrast(spoken, box) >= Colours.READABLE ? spoken : Colours.opposite(box);
    }

    static void check(String field, String colour) {
        try {
            colour(colour, new Palette("#000000", "#000000", "#000000", "#000000"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    field + " must be a colour such as \"#ffcc00\", background, backgroundTo, accent, text or none, is "
                            + colour);
        }
    }

    private static Color colour(String name, Palette palette) {
        if (name == null) {
            throw new IllegalArgumentException("missing");
        }
        return switch (name) {
            case "none" -> NONE;
            case "background" -> Colours.parse(palette.background());
            case "backgroundTo" -> Colours.parse(palette.backgroundTo());
            case "accent" -> Colours.parse(palette.accent());
            case "text" -> Colours.parse(palette.text());
            default -> Colours.parse(name);
        };
    }
}
