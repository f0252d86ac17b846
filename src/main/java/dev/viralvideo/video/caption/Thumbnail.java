package dev.viralvideo.video.caption;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.graphics.Canvas;
import dev.viralvideo.graphics.Colours;
import dev.viralvideo.graphics.Fonts;
import dev.viralvideo.graphics.JpegFile;
import dev.viralvideo.graphics.Lettering;
import dev.viralvideo.graphics.TextBlock;
import dev.viralvideo.graphics.TextFit;
import dev.viralvideo.graphics.TextPaint;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.script.Palette;
import dev.viralvideo.script.Template;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;

/** The picture that stands for the video: a frame, darkened towards a huge title. */
public final class Thumbnail {
    private static final int LIMIT = 400 * 1024;
    private static final double BAR = 18;

    private final Fonts fonts;

    public Thumbnail(Fonts fonts) {
        this.fonts = fonts;
    }

    /** @param frame a PNG or JPEG of any size; it is cropped to the aspect */
    public void draw(Path frame, String title, Palette palette, Template.Fonts names, Aspect aspect, Path jpg) {
        try {
            BufferedImage picture = ImageIO.read(frame.toFile());
            if (picture == null) {
                throw new IOException("it is neither PNG nor JPEG");
            }
            draw(picture, title, palette, names, aspect, jpg);
        } catch (IOException e) {
            throw new Failure.Processing(
                    "THUMBNAIL_FRAME_UNREADABLE", false, "cannot read the thumbnail's frame " + frame + ": " + e, e);
        }
    }

    /** Writes a JPEG of the aspect's size, under 400 KiB where that is possible at a decent quality. */
    public void draw(
            BufferedImage frame, String title, Palette palette, Template.Fonts names, Aspect aspect, Path jpg) {
        CardLook look = new CardLook(fonts.face(names.title()), palette);
        BufferedImage picture = Canvas.opaque(aspect.width(), aspect.height(), look.outline(), graphics -> {
            cover(graphics, frame, aspect);
            darken(graphics, look, aspect);
            title(graphics, title, look, aspect);
        });
        JpegFile.write(picture, jpg, LIMIT);
    }

    private static void cover(Graphics2D graphics, BufferedImage frame, Aspect aspect) {
        double scale =
                Math.max(aspect.width() / (double) frame.getWidth(), aspect.height() / (double) frame.getHeight());
        int width = (int) Math.ceil(frame.getWidth() * scale);
        int height = (int) Math.ceil(frame.getHeight() * scale);
        graphics.drawImage(frame, (aspect.width() - width) / 2, (aspect.height() - height) / 2, width, height, null);
    }

    /** A little everywhere, much where the title stands: at the left of a wide picture, else at the bottom. */
    private static void darken(Graphics2D graphics, CardLook look, Aspect aspect) {
        int width = aspect.width();
        int height = aspect.height();
        Color shade = look.outline();
        fill(graphics, Colours.withAlpha(shade, 0.18), aspect);
        Color strong = Colours.withAlpha(shade, 0.92);
        Color nothing = Colours.withAlpha(shade, 0);
        fill(
                graphics,
                aspect == Aspect.LANDSCAPE
                        ? new GradientPaint(width * 0.1f, 0, strong, width * 0.85f, 0, nothing)
                        : new GradientPaint(0, height * 0.9f, strong, 0, height * 0.22f, nothing),
                aspect);
        fill(
                graphics,
                new GradientPaint(
                        0,
                        height,
                        Colours.withAlpha(look.accent(), 0.22),
                        0,
                        height * 0.7f,
                        Colours.withAlpha(look.accent(), 0)),
                aspect);
    }

    private static void fill(Graphics2D graphics, Paint paint, Aspect aspect) {
        graphics.setPaint(paint);
        graphics.fillRect(0, 0, aspect.width(), aspect.height());
    }

    private static void title(Graphics2D graphics, String title, CardLook look, Aspect aspect) {
        SafeArea area = SafeArea.of(aspect);
        boolean wide = aspect == Aspect.LANDSCAPE;
        double width = wide ? aspect.width() * 0.62 : area.width();
        double height = aspect.height() * (wide ? 0.8 : aspect == Aspect.SQUARE ? 0.62 : 0.42);
        Lettering lettering = new Lettering(wide ? 220 : 230, 70, 0.005, 1.17, 0.02, 0.16, false);
        List<String> words = look.words(title);
        new TextFit(look.face(), lettering, width, height, wide ? 4 : 5)
                .set(words)
                .ifPresent(block -> {
                    double left = area.left() - block.ink().getX();
                    double top = wide
                            ? (aspect.height() - block.height() + BAR * 3) / 2
                            : area.bottom() - block.height() - block.size() * 0.2;
                    TextBlock placed = block.at(left, top);
                    Set<Integer> keywords = Keywords.of(words, placed, List.of());
                    look.paint(placed.size())
                            .draw(
                                    graphics,
                                    placed.words().stream()
                                            .map(word -> new TextPaint.Inked(
                                                    word.outline(),
                                                    keywords.contains(word.index()) ? look.keyword() : look.text()))
                                            .toList());
                    bar(graphics, look, placed.ink(), top - placed.size() * 0.42);
                });
    }

    private static void bar(Graphics2D graphics, CardLook look, Rectangle2D ink, double y) {
        graphics.setColor(look.keyword());
        graphics.fill(new RoundRectangle2D.Double(ink.getX(), y - BAR / 2, 220, BAR, BAR, BAR));
    }
}
