package dev.viralvideo.media.backdrop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.intake.Aspect;
import dev.viralvideo.media.Clip;
import dev.viralvideo.media.Layer;
import dev.viralvideo.media.Motion;
import dev.viralvideo.media.Needs;
import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.media.illustration.Illustrations;
import dev.viralvideo.script.Segment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackdropsTest {
    private static final Illustrations ILLUSTRATIONS = Illustrations.bundled();

    @TempDir
    Path work;

    @ParameterizedTest
    @EnumSource(Aspect.class)
    void theGroundCoversTheFrameWhereverItSways(Aspect aspect) {
        for (long seed = 0; seed < 2; seed++) {
            Piece ground = Ground.draw(sketch(aspect, seed), Scene.ALL.get(0));
            for (double t = 0; t <= 30; t += 1 / 30.0) {
                long left = Math.round(x(ground.motion(), t));
                long top = Math.round(y(ground.motion(), t));
                assertThat(left).isLessThanOrEqualTo(0);
                assertThat(top).isLessThanOrEqualTo(0);
                assertThat(left + ground.image().getWidth()).isGreaterThanOrEqualTo(aspect.width());
                assertThat(top + ground.image().getHeight()).isGreaterThanOrEqualTo(aspect.height());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Aspect.class)
    void movingShapesTakeLessThanHalfOfTheFrame(Aspect aspect) {
        for (Scene scene : Scene.ALL) {
            BufferedImage shapes = scene.shapes(sketch(aspect, 3)).image();
            assertThat((double) shapes.getWidth() * shapes.getHeight())
                    .as(scene.getClass().getSimpleName())
                    .isLessThan(aspect.width() * aspect.height() * 0.4);
        }
    }

    @Test
    void aBackdropHasFewAndSmallLayers() {
        for (Clip clip : drawn(work, Aspect.PORTRAIT, 3)) {
            assertThat(clip.layers()).hasSizeBetween(3, 4);
            assertThat(clip.layers().stream()
                            .skip(1)
                            .mapToDouble(layer -> (double) layer.width() * layer.height())
                            .sum())
                    .isLessThan(0.8 * 1080 * 1920);
        }
    }

    @Test
    void theGroundIsOpaqueAndTheOthersAreNot() throws IOException {
        Clip clip = drawn(work, Aspect.SQUARE, 1).get(0);
        List<Boolean> alpha = new ArrayList<>();
        for (Layer layer : clip.layers()) {
            BufferedImage picture = ImageIO.read(Path.of(layer.file()).toFile());
            assertThat(picture.getWidth()).isEqualTo(layer.width());
            assertThat(picture.getHeight()).isEqualTo(layer.height());
            alpha.add(picture.getColorModel().hasAlpha());
        }
        assertThat(alpha.get(0)).isFalse();
        assertThat(alpha.subList(1, alpha.size())).containsOnly(true);
    }

    @Test
    void theSameSeedDrawsTheSameBytesAndAnotherSeedOthers() throws IOException {
        ShotNeed need = Needs.with(0, Aspect.SQUARE, List.of(), "bee");
        ShotNeed other = new ShotNeed(
                "p1", 0, need.kind(), need.searchTerms(), "", 5, Aspect.SQUARE, List.of(), Needs.NAVY, 8, 0.6);
        Clip once = new Backdrops(work.resolve("a"), ILLUSTRATIONS).make(need);
        Clip again = new Backdrops(work.resolve("b"), ILLUSTRATIONS).make(need);
        Clip different = new Backdrops(work.resolve("c"), ILLUSTRATIONS).make(other);
        for (int i = 0; i < once.layers().size(); i++) {
            assertThat(bytes(again, i)).isEqualTo(bytes(once, i));
        }
        assertThat(bytes(different, 0)).isNotEqualTo(bytes(once, 0));
    }

    @Test
    void noSceneReturnsBeforeAllWereShown() {
        for (long seed = 0; seed < 50; seed++) {
            List<Scene> scenes = Scene.sequence(seed, 20);
            assertThat(scenes.subList(0, 8)).doesNotHaveDuplicates();
            for (int i = 1; i < scenes.size(); i++) {
                assertThat(scenes.get(i)).isNotEqualTo(scenes.get(i - 1));
            }
        }
    }

    @Test
    void aBackdropNamesTheLicenceOfItsIllustration() {
        assertThat(drawn(work, Aspect.SQUARE, 1).get(0).licence().code()).isEqualTo("MIT");
    }

    @Test
    void nothingHalfWrittenIsLeft() throws IOException {
        drawn(work, Aspect.SQUARE, 1);
        try (var files = Files.walk(work)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    private static Sketch sketch(Aspect aspect, long seed) {
        return Sketch.of(aspect, Segment.Kind.ITEM, Tones.of(Needs.LIGHT), seed);
    }

    private static List<Clip> drawn(Path work, Aspect aspect, int count) {
        Backdrops backdrops = new Backdrops(work, ILLUSTRATIONS);
        List<ShotNeed> needs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            needs.add(Needs.with(i, aspect, List.of(), "bee"));
        }
        return backdrops.plan(needs).stream().map(backdrops::draw).toList();
    }

    private static byte[] bytes(Clip clip, int layer) throws IOException {
        return Files.readAllBytes(Path.of(clip.layers().get(layer).file()));
    }

    private static double x(Motion m, double t) {
        return m.x() + m.driftX() * t + m.swayX() * Math.sin(2 * Math.PI * (t / m.period() + m.phase()));
    }

    private static double y(Motion m, double t) {
        return m.y() + m.driftY() * t + m.swayY() * Math.cos(2 * Math.PI * (t / m.period() + m.phase()));
    }
}
