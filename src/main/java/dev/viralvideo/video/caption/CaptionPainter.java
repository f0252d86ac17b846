package dev.viralvideo.video.caption;

import dev.viralvideo.graphics.Face;
import dev.viralvideo.graphics.Lettering;
import dev.viralvideo.graphics.SoftShadow;
import dev.viralvideo.graphics.TextBlock;
import dev.viralvideo.graphics.TextFit;
import dev.viralvideo.graphics.TextPaint;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.media.SafeArea;
import dev.viralvideo.media.Zones;
import dev.viralvideo.script.Segment;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sets captions into the frame and draws them; all coordinates are pixels of the frame. */
final class CaptionPainter {
    private static final double LEADING = 1.18;
    private static final double SMALLEST = 0.62;

    private final CaptionStyle style;
    private final CaptionColours colours;
    private final Face face;
    private final Rectangle2D box;
    private final double size;
    private final int lines;
    private final Map<Integer, SoftShadow> shadows = new ConcurrentHashMap<>();

    CaptionPainter(CaptionStyle style, CaptionColours colours, Face face, Aspect aspect) {
        this.style = style;
        this.colours = colours;
        this.face = face;
        // the lower a picture, the less height it has to give away; a wide one has room in the line instead
        this.size = style.size()
                * 1080
                * switch (aspect) {
                    case PORTRAIT -> 1;
                    case LANDSCAPE -> 0.9;
                    case SQUARE -> 0.85;
                };
        this.lines = aspect == Aspect.LANDSCAPE ? 1 : style.lines();
        this.box = box(aspect, style.position(), size * LEADING * (lines + 0.9));
    }

    private static Rectangle2D box(Aspect aspect, CaptionStyle.Position position, double wanted) {
        SafeArea area = SafeArea.of(aspect).centred(aspect);
        double height =
                Math.min(wanted, Zones.of(aspect, Segment.Kind.ITEM).words().getHeight());
        double y =
                switch (position) {
                    case upper -> area.top();
                    case middle -> area.top() + (area.height() - height) / 2;
                    case lower -> area.bottom() - height;
                };
        return new Rectangle2D.Double(area.left(), y, area.width(), height);
    }

    /** The words where they will be drawn; empty when none of them can be. */
    Optional<TextBlock> set(Caption caption) {
        double margin = style.outline() + style.shadow() * 1.5 + (plated() ? 0.5 : 0) + (boxed() ? 0.22 : 0) + 0.02;
        double space = (boxed() ? 0.1 : 0) + style.outline() * 0.8 + (largestPop() - 1) * 1.2;
        Lettering lettering = new Lettering(size, size * SMALLEST, style.tracking(), LEADING, space, margin, true);
        return new TextFit(face, lettering, box.getWidth(), box.getHeight(), lines)
                .set(caption.texts())
                .map(block -> block.at(box.getX(), box.getCenterY() - block.height() / 2));
    }

    /** All that any state of the caption may ink. */
    Rectangle2D reach(TextBlock block) {
        Rectangle2D reach = grown(block.ink(), paint(block).reach() + block.size() * (plated() ? 0.5 : 0.22));
        for (TextBlock.Word word : block.words()) {
            Shape largest = popped(word.outline(), wholeWord(block, word.index()), largestPop());
            reach = reach.createUnion(grown(largest.getBounds2D(), paint(block).reach()));
        }
        return reach.createIntersection(box);
    }

    void draw(Graphics2D graphics, TextBlock block, CaptionTimeline.State state) {
        TextPaint paint = paint(block);
        if (plated()) {
            graphics.setColor(colours.plate());
            graphics.fill(rounded(grown(lines(block), block.size() * 0.38), block.size() * 0.34));
        }
        List<TextPaint.Inked> letters = letters(block, state);
        if (colours.shadow().getAlpha() > 0) {
            shadows.computeIfAbsent(state.caption(), caption -> shadow(block)).draw(graphics, paint.drop());
        }
        paint.letters(graphics, letters);
        if (boxed()) {
            block.words().stream()
                    .filter(word -> word.index() == state.word())
                    .forEach(word -> drawBoxed(graphics, block, word));
        }
    }

    /** One for all states of a caption: it is what costs most. */
    private SoftShadow shadow(TextBlock block) {
        return paint(block)
                .shadow(block.words().stream().map(TextBlock.Word::outline).toList());
    }

    /** Without the outline: the box is ground enough, and its colour is what the letters were chosen for. */
    private void drawBoxed(Graphics2D graphics, TextBlock block, TextBlock.Word word) {
        graphics.setColor(colours.box());
        graphics.fill(highlight(block, word));
        graphics.setColor(colours.spoken());
        graphics.fill(word.outline());
    }

    private List<TextPaint.Inked> letters(TextBlock block, CaptionTimeline.State state) {
        List<TextPaint.Inked> letters = new ArrayList<>();
        // the spoken word last: when it pops, it lies over its neighbours
        block.words().stream()
                .sorted(Comparator.comparing(word -> word.index() == state.word()))
                .forEach(word -> letters.add(
                        word.index() == state.word()
                                ? new TextPaint.Inked(spoken(block, word, state.step()), colours.spoken())
                                : new TextPaint.Inked(word.outline(), colours.text())));
        return letters;
    }

    private Shape spoken(TextBlock block, TextBlock.Word word, int step) {
        return popped(
                word.outline(), wholeWord(block, word.index()), style.pop().get(step));
    }

    /** Scaled about the middle of the whole word, but never out of the box. */
    private Shape popped(Shape outline, Rectangle2D whole, double scale) {
        double room = 2 * Math.min(whole.getCenterX() - box.getMinX(), box.getMaxX() - whole.getCenterX());
        double reach = 2 * (style.outline() + style.shadow() * 1.5) * size + 4;
        double allowed = Math.max(1, Math.min(scale, (room - reach) / whole.getWidth()));
        AffineTransform pop = AffineTransform.getTranslateInstance(whole.getCenterX(), whole.getCenterY());
        pop.scale(Math.min(scale, allowed), Math.min(scale, allowed));
        pop.translate(-whole.getCenterX(), -whole.getCenterY());
        return pop.createTransformedShape(outline);
    }

    private static Rectangle2D wholeWord(TextBlock block, int index) {
        return block.words().stream()
                .filter(word -> word.index() == index)
                .map(TextBlock.Word::ink)
                .reduce(Rectangle2D::createUnion)
                .orElseThrow();
    }

    /** As high for every word of a line, so that the box does not jump with ascenders and descenders. */
    private Shape highlight(TextBlock block, TextBlock.Word word) {
        Rectangle2D ink = word.ink();
        double baseline = block.baseline(word.line());
        double descent = style.uppercase() ? 0 : block.size() * 0.2;
        Rectangle2D line = new Rectangle2D.Double(
                ink.getX(), baseline - block.capHeight(), ink.getWidth(), block.capHeight() + descent);
        return rounded(grown(line.createUnion(ink), block.size() * 0.17), block.size() * 0.2);
    }

    private Rectangle2D lines(TextBlock block) {
        Rectangle2D ink = block.ink();
        double descent = style.uppercase() ? 0 : block.size() * 0.2;
        return ink.createUnion(
                new Rectangle2D.Double(ink.getX(), block.top(), ink.getWidth(), block.height() + descent));
    }

    private TextPaint paint(TextBlock block) {
        double drop = style.shadow() * block.size();
        return new TextPaint(
                colours.outline(), style.outline() * block.size(), colours.shadow(), (int) Math.round(drop / 2), drop);
    }

    private boolean plated() {
        return colours.plate().getAlpha() > 0;
    }

    private boolean boxed() {
        return colours.box().getAlpha() > 0;
    }

    private double largestPop() {
        return style.pop().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    }

    private static Rectangle2D grown(Rectangle2D area, double by) {
        return new Rectangle2D.Double(
                area.getX() - by, area.getY() - by, area.getWidth() + 2 * by, area.getHeight() + 2 * by);
    }

    private static Shape rounded(Rectangle2D area, double radius) {
        return new RoundRectangle2D.Double(
                area.getX(), area.getY(), area.getWidth(), area.getHeight(), 2 * radius, 2 * radius);
    }
}
