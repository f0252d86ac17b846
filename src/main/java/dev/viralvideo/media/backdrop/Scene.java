package dev.viralvideo.media.backdrop;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One design of a backdrop: what is drawn on its ground, and the one layer of shapes that moves before it. */
interface Scene {
    /** The frame's upper left corner is at 0,0; the ground reaches beyond the frame by the sketch's margins. */
    void ground(Graphics2D g, Sketch sketch);

    /** A small picture: what it costs to lay over every frame goes by its area. */
    Piece shapes(Sketch sketch);

    List<Scene> ALL = List.of(
            new Rings(), new Orbs(), new Waves(), new Rays(), new Bokeh(), new Grid(), new PaperCut(), new Ribbons());

    /** For each segment of a video another one than for its neighbours, all before any returns. */
    static List<Scene> sequence(long seed, int count) {
        List<Scene> order = new ArrayList<>(ALL);
        Random random = new Random(seed);
        for (int i = order.size() - 1; i > 0; i--) {
            order.add(order.remove(random.nextInt(i + 1)));
        }
        List<Scene> sequence = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sequence.add(order.get(i % order.size()));
        }
        return sequence;
    }
}
