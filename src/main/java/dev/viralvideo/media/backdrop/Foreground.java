package dev.viralvideo.media.backdrop;

import dev.viralvideo.media.Motion;
import dev.viralvideo.media.illustration.Illustration;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The illustrations of a backdrop: a large one on its stage, and small ones that go with it. */
final class Foreground {
    private static final double STAGE = 1.36;
    private static final double ROOM = 1.3;

    /** Of what the stage is measured by, the illustration takes so much. */
    private static final double SHARE = 0.8;

    private Foreground() {}

    static Piece lead(Sketch s, Composition place, Stage stage, Illustration illustration) {
        Composition.Place at = place.lead();
        double size = at.size() / SHARE;
        double middle = size * STAGE / 2;
        BufferedImage picture = Brush.clear(size * STAGE, size * STAGE);
        Graphics2D g = Brush.on(picture);
        stage.draw(g, s, middle, size, Cutout.plate(s.tones(), illustration));
        Cutout.draw(g, s, illustration, middle, middle, stage == Stage.CARD ? at.size() * 0.93 : at.size());
        g.dispose();
        double phase = s.random("lead").nextInt(100) / 100.0;
        return new Piece(
                picture,
                new Motion(at.x() - middle, at.y() - middle, 0, 0, s.of(0.012), s.of(Composition.SWAY), 4.2, phase));
    }

    /** All of them in one picture, as small as it can be; null when there is none. */
    static Piece companions(Sketch s, Composition place, List<Illustration> illustrations) {
        int count = Math.min(place.companions().size(), illustrations.size());
        if (count == 0) {
            return null;
        }
        List<Composition.Place> places = place.companions().subList(0, count);
        double left = edge(places, Composition.Place::x, -1);
        double top = edge(places, Composition.Place::y, -1);
        BufferedImage picture =
                Brush.clear(edge(places, Composition.Place::x, 1) - left, edge(places, Composition.Place::y, 1) - top);
        Graphics2D g = Brush.on(picture);
        for (int i = 0; i < count; i++) {
            Composition.Place at = places.get(i);
            Cutout.draw(g, s, illustrations.get(i), at.x() - left, at.y() - top, at.size());
        }
        g.dispose();
        return new Piece(picture, new Motion(left, top, 0, 0, s.of(0.018), s.of(Composition.SWAY), 5.1, 0.5));
    }

    /** The outermost edge of all, their shadows included; {@code side} is -1 for left or top, 1 for right or bottom. */
    private static double edge(List<Composition.Place> places, ToDoubleFunction<Composition.Place> middle, int side) {
        return side
                * places.stream()
                        .mapToDouble(at -> side * middle.applyAsDouble(at) + at.size() * ROOM / 2)
                        .max()
                        .orElseThrow();
    }
}
