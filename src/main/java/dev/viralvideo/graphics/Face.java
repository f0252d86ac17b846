package dev.viralvideo.graphics;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One typeface with the faces that stand in for glyphs it lacks. Words become outlines at {@link #UNITS} pixels, which
 * scale to any size: what is measured is what is drawn.
 */
public final class Face {
    /** Size at which all outlines are made. */
    public static final double UNITS = 100;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    // variation selectors ask for an emoji picture, which no outline font has
    private static final Pattern NOT_DRAWN = Pattern.compile("[\\p{Cc}\\uFE00-\\uFE0F\\uFEFF\\u200B]");

    private final String name;
    private final List<Font> fonts;

    Face(String name, List<Font> fonts) {
        this.name = name;
        this.fonts = List.copyOf(fonts);
    }

    public String name() {
        return name;
    }

    /** The part of the text that can be drawn: composed (NFC), without what no face has a glyph for. */
    public String drawable(String text) {
        String composed = NOT_DRAWN
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
        return CLUSTER.matcher(composed)
                .replaceAll(cluster ->
                        fontFor(cluster.group()).isPresent() ? Matcher.quoteReplacement(cluster.group()) : "")
                .strip();
    }

    /**
     * The outline of a word; empty when nothing of it can be drawn.
     *
     * @param tracking extra space between letters as a share of the size, -0.1 to 0.5
     */
    public Optional<WordShape> shape(String word, double tracking) {
        String text = drawable(word);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        TextLayout layout = new TextLayout(attributed(text, tracking).getIterator(), EXACT);
        // the space after the last letter is not part of the word
        double advance = Math.max(0, layout.getAdvance() - tracking * UNITS);
        WordShape shape = new WordShape(text, layout.getOutline(null), advance, !layout.isLeftToRight());
        return shape.ink().isEmpty() ? Optional.empty() : Optional.of(shape);
    }

    /** Width of a space as a share of the size. */
    public double space() {
        return fonts.get(0).getStringBounds(" ", EXACT).getWidth() / UNITS;
    }

    /** Height of capital letters as a share of the size. */
    public double capHeight() {
        return -new TextLayout("H", fonts.get(0), EXACT).getBounds().getY() / UNITS;
    }

    static List<String> clusters(String text) {
        return CLUSTER.matcher(text).results().map(MatchResult::group).toList();
    }

    private AttributedString attributed(String text, double tracking) {
        AttributedString attributed = new AttributedString(text);
        int at = 0;
        for (Run run : runs(text)) {
            Font font = run.font.deriveFont(
                    Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON, TextAttribute.TRACKING, tracking));
            attributed.addAttribute(TextAttribute.FONT, font, at, at + run.text.length());
            at += run.text.length();
        }
        return attributed;
    }

    private List<Run> runs(String text) {
        // one font for a whole word looks better than a single letter from another one
        Optional<Font> whole = fontFor(text);
        if (whole.isPresent()) {
            return List.of(new Run(text, whole.get()));
        }
        List<Run> runs = new ArrayList<>();
        for (String cluster : clusters(text)) {
            Font font = fontFor(cluster).orElse(fonts.get(0));
            int last = runs.size() - 1;
            if (last >= 0 && runs.get(last).font == font) {
                runs.set(last, new Run(runs.get(last).text + cluster, font));
            } else {
                runs.add(new Run(cluster, font));
            }
        }
        return runs;
    }

    private Optional<Font> fontFor(String text) {
        return fonts.stream().filter(font -> covers(font, text)).findFirst();
    }

    private static boolean covers(Font font, String text) {
        return text.codePoints()
                .allMatch(point -> Character.getType(point) == Character.FORMAT || font.canDisplay(point));
    }

    private record Run(String text, Font font) {}
}
