package dev.viralvideo.video.caption;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
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
import java.awt.Rectangle;
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

    /**
     * @param frame    a PNG or JPEG of any size; it is cropped to the aspect
     * @param backdrop whether the frame is one of our own backdrops, so that it is known where its picture stands
     */
    public void draw(
            Path frame,
            boolean backdrop,
            String title,
            Palette palette,
            Template.Fonts names,
            Aspect aspect,
            Path jpg) {
        try {
            BufferedImage picture = ImageIO.read(frame.toFile());
            if (picture == null) {
                throw new IOException("it is neither PNG nor JPEG");
            }
            draw(picture, backdrop, title, palette, names, aspect, jpg);
        } catch (IOException e) {
            throw new Failure.Processing(
                    "THUMBNAIL_FRAME_UNREADABLE",
                    false,
                    "cannot read the thumbnail's frame " + frame + ": " + IoReason.of(e),
                    e);
        }
    }

    /** Writes a JPEG of the aspect's size, under 400 KiB where that is possible at a decent quality. */
    void draw(
            BufferedImage frame,
            boolean backdrop,
            String title,
            Palette palette,
            Template.Fonts names,
            Aspect aspect,
            Path jpg) {
        ThumbnailLayout layout = backdrop ? ThumbnailLayout.onBackdrop(aspect) : ThumbnailLayout.onFootage(aspect);
        CardLook look = new CardLook(fonts.face(names.title()), palette);
        BufferedImage picture = Canvas.opaque(aspect.width(), aspect.height(), look.outline(), graphics -> {
            cover(graphics, frame, layout, aspect);
            darken(graphics, look, backdrop, aspect);
            title(graphics, title, look, layout);
        });
        JpegFile.write(picture, jpg, LIMIT);
    }

    private static void cover(Graphics2D graphics, BufferedImage frame, ThumbnailLayout layout, Aspect aspect) {
        double scale =
                Math.max(aspect.width() / (double) frame.getWidth(), aspect.height() / (double) frame.getHeight());
        int width = (int) Math.ceil(frame.getWidth() * scale);
        int height = (int) Math.ceil(frame.getHeight() * scale);
        Graphics2D moved = (Graphics2D) graphics.create();
        moved.transform(layout.frame());
        moved.drawImage(frame, (aspect.width() - width) / 2, (aspect.height() - height) / 2, width, height, null);
        moved.dispose();
    }

    /** Much where the title stands: at the left of a wide picture, else over the illustration or at the bottom. */
    private static void darken(Graphics2D graphics, CardLook look, boolean backdrop, Aspect aspect) {
        int width = aspect.width();
        int height = aspect.height();
        Color shade = look.outline();
        Color strong = Colours.withAlpha(shade, backdrop ? 0.7 : 0.92);
        Color nothing = Colours.withAlpha(shade, 0);
        if (!backdrop) {
            fill(graphics, Colours.withAlpha(shade, 0.18), aspect);
        }
        if (aspect == Aspect.LANDSCAPE) {
            fill(
                    graphics,
                    new GradientPaint(width * 0.1f, 0, strong, width * (backdrop ? 0.55f : 0.85f), 0, nothing),
                    aspect);
        } else if (backdrop) {
            fill(graphics, new GradientPaint(0, height * 0.1f, strong, 0, height * 0.45f, nothing), aspect);
        } else {
            fill(graphics, new GradientPaint(0, height * 0.9f, strong, 0, height * 0.22f, nothing), aspect);
        }
    }

    private static void fill(Graphics2D graphics, Paint paint, Aspect aspect) {
        graphics.setPaint(paint);
        graphics.fillRect(0, 0, aspect.width(), aspect.height());
    }

    private static void title(Graphics2D graphics, String title, CardLook look, ThumbnailLayout layout) {
        Rectangle box = layout.title();
        Lettering lettering = new Lettering(230, 70, 0.005, 1.17, 0.02, 0.1, false);
        List<String> words = look.words(title);
        new TextFit(look.face(), lettering, box.width, box.height - 3 * BAR, layout.lines())
                .set(words)
                .ifPresent(block -> {
                    double left = box.x - block.ink().getX();
                    double top = layout.atBottom()
                            ? box.getMaxY() - block.height() - block.size() * 0.2
                            : box.getCenterY() - (block.height() - BAR * 3) / 2;
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
