package dev.viralvideo.media.backdrop;

import dev.viralvideo.media.Motion;
import dev.viralvideo.media.illustration.Illustration;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** The illustrations of a backdrop: a large one on its stage, and small ones that go with it. */
final class Foreground {
    private static final double STAGE = 1.36;
    private static final double ROOM = 1.3;

    private Foreground() {}

    static Piece lead(Sketch s, Composition place, Stage stage, Illustration illustration) {
        double size = s.of(place.lead());
        double middle = size * STAGE / 2;
        BufferedImage picture = Brush.clear(size * STAGE, size * STAGE);
        Graphics2D g = Brush.on(picture);
        stage.draw(g, s, middle, size, Cutout.plate(s.tones(), illustration));
        Cutout.draw(g, s, illustration, middle, middle, size * (stage == Stage.CARD ? 0.74 : 0.8));
        g.dispose();
        double phase = s.random("lead").nextInt(100) / 100.0;
        return new Piece(
                picture,
                new Motion(
                        s.centreX() + s.of(place.leadX()) - middle,
                        s.centreY() + s.of(place.leadY()) - middle,
                        0,
                        0,
                        s.of(0.012),
                        s.of(0.022),
                        4.2,
                        phase));
    }

    /** All of them in one picture, as small as it can be; null when there is none. */
    static Piece companions(Sketch s, Composition place, List<Illustration> illustrations) {
        int count = Math.min(place.companions().length, illustrations.size());
        if (count == 0) {
            return null;
        }
        double size = s.of(place.companion());
        double half = size * ROOM / 2;
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            left = Math.min(left, s.of(place.companions()[i][0]) - half);
            right = Math.max(right, s.of(place.companions()[i][0]) + half);
            top = Math.min(top, s.of(place.companions()[i][1]) - half);
            bottom = Math.max(bottom, s.of(place.companions()[i][1]) + half);
        }
        BufferedImage picture = Brush.clear(right - left, bottom - top);
        Graphics2D g = Brush.on(picture);
        for (int i = 0; i < count; i++) {
            double x = s.of(place.companions()[i][0]) - left;
            double y = s.of(place.companions()[i][1]) - top;
            Cutout.draw(g, s, illustrations.get(i), x, y, size);
        }
        g.dispose();
        return new Piece(
                picture, new Motion(s.centreX() + left, s.centreY() + top, 0, 0, s.of(0.018), s.of(0.026), 5.1, 0.5));
    }
}
