package dev.viralvideo.video;

import dev.viralvideo.media.Clip;
import dev.viralvideo.media.Layer;
import dev.viralvideo.media.Score;
import dev.viralvideo.script.Palette;
import dev.viralvideo.stock.Licence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shots and timelines for tests. */
public final class Shots {
    public static final Palette PALETTE = new Palette("#10243f", "#30507f", "#ffd166", "#ffffff");
    public static final Transition FADE = new Transition("fade", "", "fade", Easing.LINEAR, null);
    public static final Transition CUT = new Transition("cut", "", "none", Easing.LINEAR, null);

    private final int width;
    private final int height;
    private final List<Shot> shots = new ArrayList<>();

    private Shots(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public static Shots on(int width, int height) {
        return new Shots(width, height);
    }

    public static Clip video(String file, double seconds) {
        return clip(Clip.Kind.VIDEO, file, seconds, List.of());
    }

    public static Clip still(String file) {
        return clip(Clip.Kind.STILL, file, null, List.of());
    }

    public static Clip backdrop(Layer... layers) {
        return clip(Clip.Kind.BACKDROP, layers[0].file(), null, List.of(layers));
    }

    private static Clip clip(Clip.Kind kind, String file, Double seconds, List<Layer> layers) {
        return new Clip(
                "local", file, kind, file, 1920, 1080, seconds, layers, Licence.OWN, new Score(1, Map.of()), "bees");
    }

    public Shots shot(int frames, Clip clip, Transition transition, int transitionFrames, Overlay... overlays) {
        return shot(frames, clip, SourceFormat.USUAL, transition, transitionFrames, overlays);
    }

    public Shots shot(
            int frames,
            Clip clip,
            SourceFormat format,
            Transition transition,
            int transitionFrames,
            Overlay... overlays) {
        int start = shots.stream().mapToInt(Shot::frames).sum();
        shots.add(new Shot(
                shots.size(),
                start,
                frames,
                clip,
                format,
                transition,
                transitionFrames,
                List.of(overlays),
                CameraMoves.of(7, shots.size()),
                PALETTE));
        return this;
    }

    public Timeline timeline() {
        return new Timeline(width, height, 30, shots);
    }
}
