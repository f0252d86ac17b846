package dev.viralvideo.video.caption;

import dev.viralvideo.graphics.Lettering;
import dev.viralvideo.graphics.TextBlock;
import dev.viralvideo.graphics.TextFit;
import dev.viralvideo.graphics.TextPaint;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.media.Zones;
import dev.viralvideo.script.Segment;
import dev.viralvideo.video.Overlay;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The opening: a huge centred title whose subject is in the accent colour, over a soft dark spot. */
record HookCard(CardLook look, TextBlock title, Set<Integer> keywords) implements Card {
    private static final double BAR = 14;

    /** Pixels under the title for its bar. */
    private static final double BELOW = 48;

    static Optional<HookCard> of(Segment segment, CardLook look, Aspect aspect) {
        Rectangle zone = Zones.of(aspect, Segment.Kind.HOOK).title();
        Lettering lettering = new Lettering(190, 64, 0.005, 1.17, 0.02, 0.12, true);
        List<String> words = look.words(segment.onScreen());
        return new TextFit(look.face(), lettering, zone.width, zone.height - BELOW, 5)
                .set(words)
                .map(block -> block.at(zone.x, zone.getCenterY() - (block.height() + BELOW) / 2))
                .map(block -> new HookCard(look, block, Keywords.of(words, block, segment.searchTerms())));
    }

    @Override
    public Rectangle2D reach() {
        Rectangle2D ink = title.ink();
        double x = title.size() * 0.7;
        double y = title.size() * 0.9;
        return new Rectangle2D.Double(
                ink.getX() - x, ink.getY() - y, ink.getWidth() + 2 * x, ink.getHeight() + 2 * y + BAR * 2);
    }

    @Override
    public void draw(Graphics2D graphics) {
        spot(graphics);
        Rectangle2D ink = title.ink();
        look.paint(title.size())
                .draw(
                        graphics,
                        title.words().stream()
                                .map(word -> new TextPaint.Inked(
                                        word.outline(), keywords.contains(word.index()) ? look.keyword() : look.text()))
                                .toList());
        double width = Math.min(ink.getWidth() * 0.4, title.size() * 1.8);
        double y = title.ink().getMaxY() + BELOW - BAR - 5;
        bar(graphics, new Rectangle2D.Double(ink.getCenterX() - width / 2, y, width, BAR));
    }

    @Override
    public Overlay.Entrance entrance() {
        return Overlay.Entrance.RISE;
    }

    private void bar(Graphics2D graphics, Rectangle2D bar) {
        graphics.setColor(look.outline());
        graphics.fill(new RoundRectangle2D.Double(
                bar.getX() - 5, bar.getY() - 5, bar.getWidth() + 10, bar.getHeight() + 10, BAR + 10, BAR + 10));
        graphics.setColor(look.keyword());
        graphics.fill(new RoundRectangle2D.Double(bar.getX(), bar.getY(), bar.getWidth(), bar.getHeight(), BAR, BAR));
    }

    private static Color dark(int alpha) {
        return new Color(0, 0, 0, alpha);
    }

    /** Takes the glare out of bright footage; it fades to nothing within the card's reach. */
    private void spot(Graphics2D graphics) {
        Rectangle2D area = reach();
        AffineTransform shape = AffineTransform.getTranslateInstance(area.getCenterX(), area.getCenterY());
        shape.scale(area.getWidth() / 2, area.getHeight() / 2);
        graphics.setPaint(new RadialGradientPaint(
                new Point2D.Double(0, 0),
                1,
                new Point2D.Double(0, 0),
                new float[] {0, 0.3f, 0.6f, 0.85f, 1},
                new Color[] {dark(104), dark(88), dark(46), dark(11), dark(0)},
                RadialGradientPaint.CycleMethod.NO_CYCLE,
                RadialGradientPaint.ColorSpaceType.SRGB,
                shape));
        graphics.fill(area);
    }
}
