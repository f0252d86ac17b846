package dev.viralvideo.media.backdrop;

import dev.viralvideo.graphics.PngFile;
import dev.viralvideo.media.Clip;
import dev.viralvideo.media.Layer;
import dev.viralvideo.media.Score;
import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.media.illustration.Casting;
import dev.viralvideo.media.illustration.Illustration;
import dev.viralvideo.media.illustration.Illustrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes moving pictures for segments that have no clip: drawn from the palette, the seed and the segment's words. */
public final class Backdrops {
    public static final String PROVIDER = "backdrop";

    private final Path folder;
    private final Casting casting;

    /** @param folder where layers are written: {@code <folder>/<project id>/backdrop-<segment>-<layer>.png} */
    public Backdrops(Path folder, Illustrations illustrations) {
        this.folder = folder;
        this.casting = new Casting(illustrations);
    }

    /**
     * Decides for a whole video, so that neighbours differ and illustrations do not repeat.
     *
     * @param needs of all segments in order, also of those that have a clip: only the others' plans are then drawn
     */
    public List<BackdropPlan> plan(List<ShotNeed> needs) {
        List<Casting.Part> parts = casting.cast(needs);
        List<Scene> scenes =
                needs.isEmpty() ? List.of() : Scene.sequence(needs.get(0).seed(), needs.size());
        List<BackdropPlan> plans = new ArrayList<>();
        for (int i = 0; i < needs.size(); i++) {
            plans.add(new BackdropPlan(needs.get(i), Scene.ALL.indexOf(scenes.get(i)), parts.get(i), i));
        }
        return plans;
    }

    /** Draws one planned backdrop. The same plan gives the same bytes. Plans may be drawn in parallel. */
    public Clip draw(BackdropPlan plan) {
        ShotNeed need = plan.need();
        Sketch sketch = Sketch.of(
                need.aspect(), need.kind(), Tones.of(need.palette()), need.seed() * 1_000_003 + need.index() * 7919L);
        List<Layer> layers = new ArrayList<>();
        for (Piece piece : pieces(plan, sketch)) {
            Path file =
                    folder.resolve(need.projectId()).resolve("backdrop-" + need.index() + "-" + layers.size() + ".png");
            PngFile.write(piece.image(), file);
            layers.add(new Layer(
                    file.toAbsolutePath().toString(),
                    piece.image().getWidth(),
                    piece.image().getHeight(),
                    piece.motion()));
        }
        return clip(plan, layers);
    }

    /** One backdrop on its own, for a segment outside of any video. */
    public Clip make(ShotNeed need) {
        return draw(plan(List.of(need)).get(0));
    }

    private static List<Piece> pieces(BackdropPlan plan, Sketch sketch) {
        Scene scene = Scene.ALL.get(plan.scene());
        Composition place = Composition.of(plan.need().aspect(), plan.need().kind(), plan.index());
        List<Piece> pieces = new ArrayList<>();
        pieces.add(Ground.draw(sketch, scene));
        pieces.add(scene.shapes(sketch));
        pieces.add(Foreground.lead(
                sketch, place, Stage.of(plan.need().seed()), plan.part().lead()));
        Piece companions = Foreground.companions(sketch, place, plan.part().companions());
        if (companions != null) {
            pieces.add(companions);
        }
        return pieces;
    }

    private static Clip clip(BackdropPlan plan, List<Layer> layers) {
        ShotNeed need = plan.need();
        return new Clip(
                PROVIDER,
                plan.part().lead().name() + "-" + need.index(),
                Clip.Kind.BACKDROP,
                layers.get(0).file(),
                need.aspect().width(),
                need.aspect().height(),
                null,
                layers,
                Illustration.LICENCE,
                new Score(0, Map.of()),
                String.join(", ", need.searchTerms()));
    }
}
