package dev.viralvideo.script;

import java.util.List;
import java.util.regex.Pattern;

/** The four colours of a look, each {@code #rrggbb}. */
public record Palette(String background, String backgroundTo, String accent, String text) {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    public Palette {
        check("background", background);
        check("backgroundTo", backgroundTo);
        check("accent", accent);
        check("text", text);
    }

    public List<String> colours() {
        return List.of(background, backgroundTo, accent, text);
    }

    private static void check(String field, String colour) {
        if (colour == null || !COLOUR.matcher(colour).matches()) {
            throw new IllegalArgumentException(field + " must be a colour such as \"#1b2a4a\", is " + colour);
        }
    }
}
