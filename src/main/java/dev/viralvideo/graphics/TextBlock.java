package dev.viralvideo.graphics;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Words that were set: outlines in pixels, x from the left edge of the box, y from the first line's baseline.
 *
 * @param size      font size in pixels that it came to
 * @param lines     how many lines
 * @param top       y of the first line's capitals
 * @param capHeight pixels
 * @param step      pixels from baseline to baseline
 */
public record TextBlock(double size, int lines, double top, double capHeight, double step, List<Word> words) {
    /**
     * One word, or a part of a broken one.
     *
     * @param index of the word in the text that was given
     */
    public record Word(int index, int line, Shape outline) {
        public Rectangle2D ink() {
            return outline.getBounds2D();
        }
    }

    public TextBlock {
        words = List.copyOf(words);
    }

    /** From the top of the first line's capitals to the last baseline: what the eye takes for its height. */
    public double height() {
        return capHeight + (lines - 1) * step;
    }

    /** y of a line's baseline; lines count from 0. */
    public double baseline(int line) {
        return top + capHeight + line * step;
    }

    public Rectangle2D ink() {
        return words.stream().map(Word::ink).reduce(Rectangle2D::createUnion).orElseGet(Rectangle2D.Double::new);
    }

    /** The same block somewhere else: the left edge of its box at x, the top of its capitals at y. */
    public TextBlock at(double x, double y) {
        AffineTransform move = AffineTransform.getTranslateInstance(x, y - top);
        return new TextBlock(
                size,
                lines,
                y,
                capHeight,
                step,
                words.stream()
                        .map(word -> new Word(word.index(), word.line(), move.createTransformedShape(word.outline())))
                        .toList());
    }
}
