package dev.viralvideo.video.caption;

import dev.viralvideo.graphics.Colours;
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
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * An item's title on a plate in the palette's colour, with a tilted number badge at its head; without a number an
 * accent bar takes the badge's place.
 *
 * @param number null for none
 */
record ItemCard(CardLook look, TextBlock title, TextBlock number, Rectangle2D plate, Rectangle2D badge)
        implements Card {
    private static final double PADDING = 38;
    private static final double BADGE = 176;
    private static final double TILT = Math.toRadians(-5);
    private static final double SHADE = 26;
    private static final double BAR = 16;

    /** Pixels over the plate, for the tilted badge. */
    private static final double ABOVE = 22;

    static Optional<ItemCard> of(Segment segment, CardLook look, Aspect aspect) {
        Rectangle zone = Zones.of(aspect, Segment.Kind.ITEM).title();
        boolean numbered = segment.number() != null;
        double left = zone.x + (numbered ? BADGE / 2 : 0);
        double head = numbered ? BADGE / 2 + PADDING * 0.8 : BAR + PADDING;
        double widest = zone.getMaxX() - left - head - PADDING;
        double highest = zone.height - 2 * PADDING * 1.05 - ABOVE;
        Lettering lettering = new Lettering(aspect == Aspect.LANDSCAPE ? 116 : 100, 44, 0.01, 1.2, 0.02, 0, false);
        TextFit fit = new TextFit(look.face(), lettering, widest, highest, 3);
        return fit.set(look.words(segment.onScreen())).map(block -> {
            double height = Math.max(block.height() + 2 * PADDING * 1.05, numbered ? BADGE * 0.84 : 0);
            // a wide picture has the room to set it level with the illustration
            double top = aspect == Aspect.LANDSCAPE ? zone.getCenterY() - height / 2 : zone.y + ABOVE;
            Rectangle2D ink = block.ink();
            Rectangle2D plate =
                    new Rectangle2D.Double(left, top, head + Math.min(widest, ink.getWidth()) + PADDING, height);
            TextBlock title = block.at(left + head - ink.getX(), plate.getCenterY() - block.height() / 2);
            Rectangle2D badge = new Rectangle2D.Double(left - BADGE / 2, plate.getCenterY() - BADGE / 2, BADGE, BADGE);
            return new ItemCard(look, title, numbered ? number(segment.number(), look, badge) : null, plate, badge);
        });
    }

    private static TextBlock number(int number, CardLook look, Rectangle2D badge) {
        Lettering lettering = new Lettering(BADGE * 0.74, 20, 0, 1, 0, 0, true);
        TextBlock block = new TextFit(look.face(), lettering, BADGE * 0.8, BADGE * 0.8, 1)
                .set(List.of(String.valueOf(number)))
                .orElseThrow();
        return block.at(badge.getX() + BADGE * 0.1, badge.getCenterY() - block.height() / 2);
    }

    @Override
    public Rectangle2D reach() {
        Rectangle2D all =
                number == null ? plate : plate.createUnion(tilted(badge).getBounds2D());
        return new Rectangle2D.Double(
                all.getX() - SHADE, all.getY() - SHADE, all.getWidth() + 2 * SHADE, all.getHeight() + 2 * SHADE);
    }

    @Override
    public void draw(Graphics2D graphics) {
        Shape body = rounded(plate, 30);
        shade(graphics, body);
        graphics.setColor(Colours.withAlpha(look.plate(), 0.94));
        graphics.fill(body);
        graphics.setColor(look.onPlate());
        title.words().forEach(word -> graphics.fill(word.outline()));
        if (number == null) {
            graphics.setColor(look.accent());
            graphics.fill(rounded(
                    new Rectangle2D.Double(plate.getX() + 18, plate.getY() + 22, BAR * 0.75, plate.getHeight() - 44),
                    BAR / 2));
        } else {
            drawBadge(graphics);
        }
    }

    @Override
    public Overlay.Entrance entrance() {
        return Overlay.Entrance.SLIDE;
    }

    private void drawBadge(Graphics2D graphics) {
        Shape body = tilted(rounded(badge, 40));
        shade(graphics, body);
        graphics.setColor(look.accent());
        graphics.fill(body);
        graphics.setColor(look.onAccent());
        number.words().forEach(word -> graphics.fill(tilted(word.outline())));
    }

    private Shape tilted(Shape shape) {
        return AffineTransform.getRotateInstance(TILT, badge.getCenterX(), badge.getCenterY())
                .createTransformedShape(shape);
    }

    private static void shade(Graphics2D graphics, Shape body) {
        TextPaint paint = new TextPaint(Color.BLACK, 0, Colours.withAlpha(Color.BLACK, 0.5), 8, SHADE - 8);
        paint.shadow(List.of(body)).draw(graphics, paint.drop());
    }

    private static Shape rounded(Rectangle2D area, double radius) {
        return new RoundRectangle2D.Double(
                area.getX(), area.getY(), area.getWidth(), area.getHeight(), 2 * radius, 2 * radius);
    }
}
