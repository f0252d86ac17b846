package dev.viralvideo.media.backdrop;

import dev.viralvideo.media.illustration.Illustration;
import dev.viralvideo.media.illustration.SvgPicture;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Sets an illustration into a picture, with the shadow that lifts it off its ground. */
final class Cutout {
    private Cutout() {}

    /** @param size of the illustration in pixels; x and y are its middle */
    static void draw(Graphics2D g, Sketch s, Illustration illustration, double x, double y, double size) {
        BufferedImage picture = SvgPicture.draw(illustration, (int) Math.round(size));
        int pad = (int) Math.round(size * 0.12);
        BufferedImage padded = Brush.clear(picture.getWidth() + 2 * pad, picture.getHeight() + 2 * pad);
        Graphics2D onto = Brush.on(padded);
        onto.drawImage(picture, pad, pad, null);
        onto.dispose();
        double strength = s.tones().light() ? 0.32 : 0.6;
        BufferedImage shadow = Brush.soft(padded, s.tones().shade(), strength, (int) (size * 0.035));
        int left = (int) Math.round(x - size / 2);
        int top = (int) Math.round(y - size / 2);
        int drop = (int) Math.round(size * 0.045);
        g.drawImage(shadow, left - pad, top - pad + drop, padded.getWidth(), padded.getHeight(), null);
        g.drawImage(picture, left, top, null);
    }
}
