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
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Optional;

/** The close: a button in the accent colour with a plus sign, as a platform's own follow button looks. */
record OutroCard(CardLook look, TextBlock call, Rectangle2D button) implements Card {
    private static final double PADDING = 48;
    private static final double SIGN = 104;
    private static final double SHADE = 40;

    static Optional<OutroCard> of(Segment segment, CardLook look, Aspect aspect) {
        Rectangle zone = Zones.of(aspect, Segment.Kind.OUTRO).title();
        double widest = zone.width - 2.6 * PADDING - SIGN;
        double middle = zone.getCenterY();
        Lettering lettering = new Lettering(100, 44, 0.015, 1.2, 0.02, 0, false);
        return new TextFit(look.face(), lettering, widest, zone.height - 2.2 * PADDING, 3)
                .set(look.words(segment.onScreen()))
                .map(block -> {
                    Rectangle2D ink = block.ink();
                    double width = ink.getWidth() + SIGN + 2.6 * PADDING;
                    double height = Math.max(block.height() + 2.2 * PADDING, SIGN + 1.2 * PADDING);
                    Rectangle2D button =
                            new Rectangle2D.Double(zone.getCenterX() - width / 2, middle - height / 2, width, height);
                    double x = button.getX() + SIGN + 1.6 * PADDING - ink.getX();
                    return new OutroCard(look, block.at(x, middle - block.height() / 2), button);
                });
    }

    @Override
    public Rectangle2D reach() {
        return grown(button, SHADE);
    }

    @Override
    public void draw(Graphics2D graphics) {
        Shape body = rounded(button);
        TextPaint shade = new TextPaint(Color.BLACK, 0, Colours.withAlpha(Color.BLACK, 0.6), 10, SHADE - 12);
        shade.shadow(List.of(body)).draw(graphics, shade.drop());
        graphics.setColor(Color.WHITE);
        graphics.fill(rounded(grown(button, 7)));
        graphics.setColor(look.accent());
        graphics.fill(body);
        sign(graphics);
        graphics.setColor(look.onAccent());
        call.words().forEach(word -> graphics.fill(word.outline()));
    }

    @Override
    public Overlay.Entrance entrance() {
        return Overlay.Entrance.RISE;
    }

    private void sign(Graphics2D graphics) {
        double x = button.getX() + PADDING * 0.8 + SIGN / 2;
        double y = button.getCenterY();
        graphics.setColor(look.onAccent());
        graphics.fill(new Ellipse2D.Double(x - SIGN / 2, y - SIGN / 2, SIGN, SIGN));
        graphics.setColor(look.accent());
        graphics.setStroke(new BasicStroke((float) (SIGN * 0.15), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        double arm = SIGN * 0.24;
        graphics.draw(new Line2D.Double(x - arm, y, x + arm, y));
        graphics.draw(new Line2D.Double(x, y - arm, x, y + arm));
    }

    private static Rectangle2D grown(Rectangle2D area, double by) {
        return new Rectangle2D.Double(
                area.getX() - by, area.getY() - by, area.getWidth() + 2 * by, area.getHeight() + 2 * by);
    }

    private static Shape rounded(Rectangle2D area) {
        double arc = Math.min(area.getHeight(), 2 * SIGN);
        return new RoundRectangle2D.Double(area.getX(), area.getY(), area.getWidth(), area.getHeight(), arc, arc);
    }
}
