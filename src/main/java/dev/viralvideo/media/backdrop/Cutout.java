package dev.viralvideo.media.backdrop;

import dev.viralvideo.media.illustration.Illustration;
import dev.viralvideo.media.illustration.SvgPicture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Sets an illustration into a picture, with the shadow that lifts it off its ground. */
final class Cutout {
    /** Distance of two colours in RGB. */
    private static final double TOO_ALIKE = 125;

    private Cutout() {}

    /** The accent, unless the illustration itself is of nearly that colour: then what it stands out from. */
    static Color plate(Tones tones, Illustration illustration) {
        BufferedImage small = SvgPicture.draw(illustration, 24);
        long alpha = 0;
        long[] sum = new long[3];
        for (int pixel : ((DataBufferInt) small.getRaster().getDataBuffer()).getData()) {
            alpha += pixel >>> 24;
            sum[0] += pixel >> 16 & 255;
            sum[1] += pixel >> 8 & 255;
            sum[2] += pixel & 255;
        }
        Color accent = tones.accent();
        double red = 255.0 * sum[0] / alpha - accent.getRed();
        double green = 255.0 * sum[1] / alpha - accent.getGreen();
        double blue = 255.0 * sum[2] / alpha - accent.getBlue();
        boolean alike = Math.sqrt(red * red + green * green + blue * blue) < TOO_ALIKE;
        return !alike ? accent : tones.light() ? Tones.mix(tones.to(), Color.WHITE, 0.5) : tones.lift(0.6);
    }

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
