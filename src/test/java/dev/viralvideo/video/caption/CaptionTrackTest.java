package dev.viralvideo.video.caption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.intake.Aspect;
import dev.viralvideo.media.SafeArea;
import dev.viralvideo.video.Overlay;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionTrackTest {
    private static final int WHITE = 0xffffffff;
    private static final int ACCENT = 0xffffc531;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"pop, 9:16", "pop, 16:9", "karaoke, 1:1", "boxed, 9:16", "clean, 16:9"})
    void noInkTouchesTheStripsEdgeAndNoStripLeavesTheSafeArea(String style, String ratio) throws IOException {
        Aspect aspect = Aspect.of(ratio);
        String text = "Jürgen’s Donaudampfschifffahrtsgesellschaftskapitän ÀÉÅ čaj, wow! "
                + "pneumonoultramicroscopicsilicovolcanoconiosis 日本語の字幕 مرحبا WWWWWWWWWWWW.";

        Overlay overlay = draw(style, aspect, text, 5);

        SafeArea area = SafeArea.of(aspect);
        assertThat(overlay.x()).isGreaterThanOrEqualTo(area.left()).isEven();
        assertThat(overlay.y()).isGreaterThanOrEqualTo(area.top()).isEven();
        assertThat(overlay.x() + overlay.width()).isLessThanOrEqualTo(area.right());
        assertThat(overlay.y() + overlay.height()).isLessThanOrEqualTo(area.bottom());
        for (Path strip : strips(folder)) {
            BufferedImage picture = ImageIO.read(strip.toFile());
            assertThat(picture.getWidth()).isEqualTo(overlay.width());
            assertThat(picture.getHeight()).isEqualTo(overlay.height());
            assertThat(strongestAlphaOnEdge(picture))
                    .as("%s of %s %s", strip, style, ratio)
                    .isLessThan(16);
        }
    }

    @Test
    void theListCoversTheSegmentToTheFrame() throws IOException {
        Overlay overlay = draw("pop", Aspect.PORTRAIT, "Honey bees dance. | They talk.", 7 + 1 / 3.0);

        List<Entry> entries = entries(Path.of(overlay.file()));
        assertThat(entries.stream()
                        .mapToLong(entry -> Math.round(entry.seconds * 30))
                        .sum())
                .isEqualTo(220);
        assertThat(entries).allSatisfy(entry -> {
            double frames = entry.seconds * 30;
            assertThat(Math.abs(frames - Math.round(frames))).isLessThan(0.0001);
        });
        assertThat(overlay.sequence()).isTrue();
        assertThat(overlay.from()).isZero();
        assertThat(overlay.to()).isEqualTo(220 / 30.0);
    }

    @Test
    void theSpokenWordIsInTheAccentColourDuringItsTimeOnly() throws IOException {
        Overlay overlay = draw("boxed", Aspect.PORTRAIT, "Honey bees", 3);

        Map<Integer, BufferedImage> atFrame = frames(Path.of(overlay.file()));
        assertThat(has(atFrame.get(14), WHITE)).as("before the speech").isFalse();
        BufferedImage honey = atFrame.get(15);
        BufferedImage bees = atFrame.get(24);
        assertThat(left(honey, ACCENT)).isTrue();
        assertThat(left(honey, WHITE)).isFalse();
        assertThat(left(bees, ACCENT)).isFalse();
        assertThat(left(bees, WHITE)).isTrue();
        assertThat(has(bees, ACCENT)).isTrue();
        assertThat(has(atFrame.get(89), WHITE)).as("long after").isFalse();
    }

    @Test
    void theSameInputGivesTheSameBytesWithAnyNumberOfThreads() throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Path other = folder.resolve("other");
            CaptionStyle style = Samples.style("pop");
            var segment = Samples.segment("Honey bees dance to talk. | Yes, they do!", 5);
            draw("pop", Aspect.SQUARE, "Honey bees dance to talk. | Yes, they do!", 5);
            new CaptionTrack(Samples.FONTS, threads)
                    .draw(segment, style, Samples.PALETTE, Aspect.SQUARE, Samples.NAMES, other);

            assertThat(strips(folder)).hasSameSizeAs(strips(other)).hasSizeGreaterThan(8);
            for (Path strip : strips(folder)) {
                assertThat(other.resolve(strip.getFileName())).hasSameBinaryContentAs(strip);
            }
            assertThat(other.resolve("captions.ffconcat")).hasSameBinaryContentAs(folder.resolve("captions.ffconcat"));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void eachDistinctStateIsDrawnOnceAndNamesAreOurOwn() throws IOException {
        Overlay overlay = draw("karaoke", Aspect.PORTRAIT, "file 'x' $(id) ../..", 3);

        List<Entry> entries = entries(Path.of(overlay.file()));
        assertThat(entries).extracting(Entry::file).allMatch(name -> name.matches("caption-\\d{4}\\.png"));
        assertThat(strips(folder))
                .hasSize((int) entries.stream().map(Entry::file).distinct().count());
        assertThat(entries.get(0).file).isEqualTo(entries.get(entries.size() - 1).file);
    }

    @Test
    void aFullPoolDoesNotStopTheDrawing() throws IOException {
        new CaptionTrack(Samples.FONTS, task -> {
                    throw new RejectedExecutionException("full");
                })
                .draw(
                        Samples.segment("Honey bees", 2),
                        Samples.style("clean"),
                        Samples.PALETTE,
                        Aspect.PORTRAIT,
                        Samples.NAMES,
                        folder);

        assertThat(strips(folder)).hasSize(3);
    }

    @Test
    void nothingToShowIsNoOverlay() {
        assertThat(new CaptionTrack(Samples.FONTS, Runnable::run)
                        .draw(
                                Samples.segment("🐝 …", 2),
                                Samples.style("pop"),
                                Samples.PALETTE,
                                Aspect.PORTRAIT,
                                Samples.NAMES,
                                folder))
                .isEmpty();
    }

    private Overlay draw(String style, Aspect aspect, String text, double seconds) {
        return new CaptionTrack(Samples.FONTS, Runnable::run)
                .draw(
                        Samples.segment(text, seconds),
                        Samples.style(style),
                        Samples.PALETTE,
                        aspect,
                        Samples.NAMES,
                        folder)
                .orElseThrow();
    }

    private static List<Path> strips(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static List<Entry> entries(Path list) throws IOException {
        List<Entry> entries = new ArrayList<>();
        String file = null;
        for (String line : Files.readAllLines(list)) {
            if (line.startsWith("file ")) {
                file = line.substring(5);
            } else if (line.startsWith("duration ")) {
                entries.add(new Entry(file, Double.parseDouble(line.substring(9))));
            }
        }
        return entries;
    }

    private static Map<Integer, BufferedImage> frames(Path list) throws IOException {
        Map<Integer, BufferedImage> frames = new TreeMap<>();
        for (Entry entry : entries(list)) {
            BufferedImage picture = ImageIO.read(list.resolveSibling(entry.file).toFile());
            for (long i = Math.round(entry.seconds * 30); i > 0; i--) {
                frames.put(frames.size(), picture);
            }
        }
        return frames;
    }

    private static boolean has(BufferedImage picture, int argb) {
        return in(picture, argb, picture.getWidth());
    }

    private static boolean left(BufferedImage picture, int argb) {
        return in(picture, argb, picture.getWidth() / 2);
    }

    private static boolean in(BufferedImage picture, int argb, int width) {
        for (int pixel : picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width)) {
            if (pixel == argb) {
                return true;
            }
        }
        return false;
    }

    private static int strongestAlphaOnEdge(BufferedImage picture) {
        int strongest = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            strongest = Math.max(strongest, picture.getRGB(x, 0) >>> 24);
            strongest = Math.max(strongest, picture.getRGB(x, picture.getHeight() - 1) >>> 24);
        }
        for (int y = 0; y < picture.getHeight(); y++) {
            strongest = Math.max(strongest, picture.getRGB(0, y) >>> 24);
            strongest = Math.max(strongest, picture.getRGB(picture.getWidth() - 1, y) >>> 24);
        }
        return strongest;
    }

    private record Entry(String file, double seconds) {}
}
