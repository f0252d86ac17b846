package dev.viralvideo.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.ProgressListener;
import dev.viralvideo.media.Clip;
import dev.viralvideo.media.Layer;
import dev.viralvideo.media.Motion;
import dev.viralvideo.video.quality.PictureRuns;
import dev.viralvideo.video.quality.QualityGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small real renders. */
class RenderTest {
    private static final EncoderSettings ENCODER = new EncoderSettings("veryfast", 20, 1);
    private static final SourceInspection INSPECTION = new SourceInspection(Footage.FFMPEG);

    /** Two levels of 255 are what rounding and encoding cost. */
    private static final int CLOSE = 6;

    @TempDir
    static Path shared;

    @TempDir
    Path work;

    private static Path red;
    private static Path blue;
    private static Path textured;
    private static Path sound;

    @BeforeAll
    static void makeMedia() {
        red = Footage.video(shared.resolve("red.mp4"), "color=red:s=320x180:r=30", 4);
        blue = Footage.video(shared.resolve("blue.mp4"), "color=blue:s=320x180:r=30", 4);
        textured = Footage.still(shared.resolve("textured.png"), "mandelbrot=s=400x300");
        sound = Footage.make(shared.resolve("sound.m4a"), "-f", "lavfi", "-i", "sine=f=440:d=4", "-c:a", "aac");
    }

    @Test
    void theJoinedVideoHasExactlyItsFramesAndDecodesCleanly() {
        Timeline timeline = Shots.on(136, 240)
                .shot(31, video(red), inspect(video(red)), Shots.FADE, 0)
                .shot(47, Shots.still(textured.toString()), inspect(Shots.still(textured.toString())), Shots.FADE, 15)
                .shot(30, video(blue), inspect(video(blue)), Shots.CUT, 0)
                .timeline();

        Path joined = render(timeline, "A 'title' %d: \\ \n[x]");

        assertThat(Footage.frames(joined)).isEqualTo(108);
        assertThat(Footage.FFMPEG.probe(joined).hasAudio()).isTrue();
    }

    @Test
    void theTransitionMixesBothPicturesHalfWay() {
        Timeline timeline = Shots.on(136, 240)
                .shot(20, video(red), inspect(video(red)), Shots.FADE, 0)
                .shot(30, video(blue), inspect(video(blue)), Shots.FADE, 10)
                .timeline();

        Path first = segment(timeline, 0);
        Path second = segment(timeline, 1);

        assertThat(Footage.frames(first)).isEqualTo(30);
        assertThat(Footage.mean(first, 19)).satisfies(colour -> near(colour, 254, 0, 0));
        assertThat(Footage.mean(first, 20)).satisfies(colour -> near(colour, 254, 0, 0));
        assertThat(Footage.mean(first, 25)).satisfies(colour -> {
            assertThat(colour[0]).isBetween(100, 155);
            assertThat(colour[2]).isBetween(100, 155);
        });
        assertThat(Footage.frames(second)).isEqualTo(20);
        assertThat(Footage.mean(second, 0)).satisfies(colour -> near(colour, 0, 0, 254));
        assertThat(Footage.mean(second, 19)).satisfies(colour -> near(colour, 0, 0, 254));
    }

    /** From file to file, captions change on the frame that they change on in the shot. */
    @Test
    void captionsGoOnWhereTheTransitionEnds() throws IOException {
        Footage.still(work.resolve("green.png"), "color=lime:s=136x240");
        Footage.still(work.resolve("white.png"), "color=white:s=136x240");
        String line = "file %s%noption framerate 30%nduration %s%n";
        Path list = Files.writeString(
                work.resolve("c.ffconcat"),
                "ffconcat version 1.0\n" + String.format(line, "green.png", 15 / 30.0)
                        + String.format(line, "white.png", 15 / 30.0));
        Overlay captions = new Overlay(list.toString(), true, 0, 0, 136, 240, 0, 1, Overlay.Entrance.NONE);
        Timeline timeline = Shots.on(136, 240)
                .shot(20, video(red), inspect(video(red)), Shots.FADE, 0)
                .shot(30, video(blue), inspect(video(blue)), Shots.FADE, 10, captions)
                .timeline();

        Path first = segment(timeline, 0);
        Path second = segment(timeline, 1);

        assertThat(Footage.mean(first, 19)).satisfies(colour -> near(colour, 254, 0, 0));
        assertThat(Footage.mean(first, 20)).satisfies(colour -> near(colour, 0, 254, 0));
        assertThat(Footage.mean(first, 29)).satisfies(colour -> near(colour, 0, 254, 0));
        assertThat(Footage.mean(second, 4)).satisfies(colour -> near(colour, 0, 254, 0));
        assertThat(Footage.mean(second, 5)).satisfies(colour -> near(colour, 254, 254, 254));
        assertThat(Footage.frames(second)).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"320x180", "180x320", "101x77", "64x64", "1920x200", "2x2"})
    void everyShapeFillsTheFrame(String size) {
        Path clip = Footage.video(
                work.resolve("shape.mp4"),
                "color=lime:s=" + size + ":r=30",
                1,
                "-pix_fmt",
                "yuv444p",
                "-profile:v",
                "high444");

        assertAllOfColour(segment(only(video(clip)), 0), 0, 254, 0);
    }

    @Test
    void aRotatedVideoStandsUpright() {
        Path flat = Footage.video(
                work.resolve("flat.mp4"), "color=red:s=160x240:r=30,drawbox=x=0:y=0:w=iw:h=120:c=blue:t=fill", 1);
        Path turned = Footage.make(
                work.resolve("turned.mp4"), "-display_rotation", "180", "-i", flat.toString(), "-c", "copy");

        int[] colours = Footage.colours(segment(only(video(turned)), 0), 10, 1, 2);

        assertThat(colours[0]).as("red at the top").isGreaterThan(200);
        assertThat(colours[5]).as("blue at the bottom").isGreaterThan(200);
    }

    @Test
    void tenBitsBecomeEight() {
        Path clip = Footage.video(
                work.resolve("ten.mp4"),
                "color=red:s=320x180:r=30",
                1,
                "-pix_fmt",
                "yuv420p10le",
                "-profile:v",
                "high10");

        Path segment = segment(only(video(clip)), 0);

        assertThat(Footage.FFMPEG.probe(segment).pixelFormat()).isEqualTo("yuv420p");
        assertAllOfColour(segment, 254, 0, 0);
    }

    @Test
    void highDynamicRangeIsBroughtDown() {
        Path clip = Footage.video(
                work.resolve("hdr.mp4"),
                "color=0x808080:s=320x180:r=30",
                1,
                "-pix_fmt",
                "yuv420p10le",
                "-profile:v",
                "high10",
                "-vf",
                "format=yuv420p10le,setparams=color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc");

        int[] colour = Footage.mean(segment(only(video(clip)), 0), 10);

        assertThat(inspect(video(clip)).hdr()).isTrue();
        assertThat(colour[0]).isBetween(90, 220);
        assertThat(Math.abs(colour[0] - colour[2])).isLessThan(CLOSE);
    }

    @ParameterizedTest
    @CsvSource({"bt709,tv", "smpte170m,tv", "bt709,pc"})
    void coloursAreConvertedAndNotOnlyRelabelled(String matrix, String range) {
        Path clip = Footage.video(
                work.resolve("matrix.mp4"),
                "color=0x2060c0:s=320x180:r=30",
                1,
                "-vf",
                "scale=out_color_matrix=" + matrix + ":out_range=" + range + ",format=yuv420p",
                "-colorspace",
                matrix,
                "-color_range",
                range);

        assertAllOfColour(segment(only(video(clip)), 0), 0x20, 0x60, 0xc0);
    }

    @Test
    void aFullRangeJpegKeepsItsColours() {
        Path still = Footage.still(work.resolve("still.jpg"), "color=0x2060c0:s=400x300");

        assertAllOfColour(segment(only(Shots.still(still.toString())), 0), 0x20, 0x60, 0xc0);
    }

    @Test
    void aTransparentStillStandsOnThePalettesBackground() {
        Path still = Footage.make(
                work.resolve("glass.png"),
                "-f",
                "lavfi",
                "-i",
                "color=white@0:s=200x300,format=rgba",
                "-frames:v",
                "1");

        assertAllOfColour(segment(only(Shots.still(still.toString())), 0), 0x10, 0x24, 0x3f);
    }

    @Test
    void aVariableFrameRateKeepsItsTempo() {
        Path clip = Footage.make(
                work.resolve("vfr.mp4"),
                "-f",
                "lavfi",
                "-i",
                "color=red:s=160x240:r=30",
                "-vf",
                "drawbox=c=blue:t=fill:enable='gte(t,0.5)',select='not(mod(n,3))+gte(n,15)'",
                "-t",
                "3",
                "-fps_mode",
                "vfr",
                "-pix_fmt",
                "yuv420p");
        Clip exact = Shots.video(clip.toString(), 1);

        Path segment = segment(only(exact), 0);

        assertThat(Footage.frames(segment)).isEqualTo(30);
        assertThat(Footage.mean(segment, 12)[0]).isGreaterThan(200);
        assertThat(Footage.mean(segment, 18)[2]).isGreaterThan(200);
    }

    @Test
    void aClipThatIsTooShortIsRepeated() {
        Path clip = Footage.video(
                work.resolve("short.mp4"), "color=red:s=160x240:r=30,drawbox=c=blue:t=fill:enable='gte(t,0.2)'", 0.4);

        Path segment = segment(
                Shots.on(136, 240)
                        .shot(60, Shots.video(clip.toString(), 0.4), Shots.CUT, 0)
                        .timeline(),
                0);

        assertThat(Footage.frames(segment)).isEqualTo(60);
        assertThat(List.of(2, 17, 32, 47))
                .allSatisfy(frame -> assertThat(Footage.mean(segment, frame)[0]).isGreaterThan(200));
    }

    @Test
    void aClipThatIsShorterThanItClaimsStillGivesEveryFrame() {
        assertThat(Footage.frames(segment(only(Shots.video(red.toString(), 60)), 0)))
                .isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's.mp4",
                "100%d.mp4",
                "a:b.mp4",
                "back\\slash.mp4",
                "new\nline.mp4",
                "$(id) `id`.mp4",
                "-y.mp4",
                "[a];[b],c=d.mp4",
                " .mp4",
                "蜂蜜 🐝.mp4"
            })
    void aHostileNameIsOnlyAName(String name) throws IOException {
        Path clip = Files.copy(red, work.resolve(name));

        assertAllOfColour(segment(only(video(clip)), 0), 254, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bee%03d.png", "bee*.png", "it's: a [bee].png"})
    void aHostileNameOfAStillIsOnlyAName(String name) throws IOException {
        Path still = Files.copy(textured, work.resolve(name));

        assertThat(Footage.frames(segment(only(Shots.still(still.toString())), 0)))
                .isEqualTo(30);
    }

    @Test
    void aStillMovesAllTheTimeAndSmoothly() {
        Path segment = segment(only(Shots.still(textured.toString())), 0);

        assertThat(Footage.hashes(segment)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.substring(line.lastIndexOf(',')))
                        .distinct())
                .hasSize(30);
    }

    /** Two pixels forth and back for one frame is what a drift over many even places must not show. */
    @Test
    void aDriftingLayerNeverJumps() {
        Path ground = Footage.still(work.resolve("ground.png"), "color=black:s=180x280");
        Path white = Footage.still(work.resolve("white.png"), "color=white:s=40x40");
        Clip backdrop = Shots.backdrop(
                new Layer(ground.toString(), 180, 280, new Motion(-20, -20, 0, 0, 0, 0, 10, 0)),
                new Layer(white.toString(), 40, 40, new Motion(20, 60, 12, 0, 0, 0, 10, 0)));
        Path segment = segment(only(backdrop), 0);

        double before = middle(segment, 0);
        for (int frame = 1; frame < 30; frame++) {
            double now = middle(segment, frame);
            assertThat(now - before).as("frame " + frame).isCloseTo(0.4, within(0.25));
            before = now;
        }
    }

    /** Across, of what is bright. */
    private static double middle(Path video, int frame) {
        int[] row = Footage.colours(video, frame, 136, 1);
        double sum = 0;
        double weight = 0;
        for (int x = 0; x < 136; x++) {
            sum += row[3 * x] * x;
            weight += row[3 * x];
        }
        return sum / weight;
    }

    @Test
    void theSameInputGivesTheSameFrames() {
        Timeline timeline = Shots.on(136, 240)
                .shot(20, video(red), inspect(video(red)), Shots.FADE, 0)
                .shot(30, Shots.still(textured.toString()), inspect(Shots.still(textured.toString())), Shots.FADE, 10)
                .timeline();

        String first = Footage.hashes(segment(timeline, 0));
        String second = Footage.hashes(segment(timeline, 0));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void aFinishedSegmentIsUsedAgainAndAChangedOneIsRenderedAnew() throws IOException {
        Timeline timeline = only(video(red));
        RenderStep first = plan(timeline, "t").segments().get(0);
        first.run(Footage.FFMPEG, ProgressListener.NONE);
        Object made = Files.getLastModifiedTime(first.output());

        RenderStep again = plan(timeline, "t").segments().get(0);
        again.run(Footage.FFMPEG, ProgressListener.NONE);

        assertThat(again.output()).isEqualTo(first.output());
        assertThat(Files.getLastModifiedTime(again.output())).isEqualTo(made);
        assertThat(plan(only(video(blue)), "t").segments().get(0).done()).isFalse();
    }

    @Test
    void whatIsBlackOverAJoinIsSeenWhileItIsEncoded() throws IOException {
        Path fading = Footage.video(
                work.resolve("fading.mp4"), "testsrc2=s=136x240:r=30,drawbox=c=black:t=fill:enable='gte(t,1)'", 4);
        Clip black = Shots.video(fading.toString(), 4);
        Timeline timeline = Shots.on(136, 240)
                .shot(60, black, inspect(black), Shots.CUT, 0)
                .shot(24, Shots.video(work.resolve("black.mp4").toString(), 4), inspect(black), Shots.CUT, 0)
                .shot(30, video(red), inspect(video(red)), Shots.CUT, 0)
                .timeline();
        Footage.video(work.resolve("black.mp4"), "color=black:s=136x240:r=30", 4);
        RenderPlan plan = plan(timeline, "t");

        assertThat(WatchedSegments.of(timeline, plan))
                .as("nothing is rendered yet")
                .isEmpty();
        plan.segments().forEach(step -> step.run(Footage.FFMPEG, ProgressListener.NONE));
        PictureRuns seen = WatchedSegments.of(timeline, plan).orElseThrow();

        // the clip is entered 0.4 s after its start
        assertThat(seen.longestBlack()).isCloseTo(60 / 30.0 - 0.6 + 24 / 30.0, within(0.15));
        assertThat(seen.longestFrozen()).as("the red one is as long").isGreaterThanOrEqualTo(1);
        assertThat(QualityGate.allows(seen)).isFalse();
    }

    @Test
    void theThumbnailsFrameComesFromARealPicture() {
        FfmpegCommand command = ThumbnailFrame.command("p", only(video(red)), work.resolve("frame.png"));

        Footage.FFMPEG.run(command, ProgressListener.NONE);

        assertThat(Footage.mean(work.resolve("frame.png"), 0)).satisfies(colour -> near(colour, 254, 0, 0));
    }

    private Timeline only(Clip clip) {
        return Shots.on(136, 240).shot(30, clip, inspect(clip), Shots.CUT, 0).timeline();
    }

    private Path segment(Timeline timeline, int position) {
        Path output = work.resolve("segment" + position + ".mp4");
        Footage.FFMPEG.run(new SegmentRender(ENCODER).command("p", timeline, position, output), ProgressListener.NONE);
        return output;
    }

    private Path render(Timeline timeline, String title) {
        RenderPlan plan = plan(timeline, title);
        plan.longestFirst().forEach(step -> step.run(Footage.FFMPEG, ProgressListener.NONE));
        plan.join().run(Footage.FFMPEG, ProgressListener.NONE);
        return plan.join().output();
    }

    private RenderPlan plan(Timeline timeline, String title) {
        return new RenderPlanner(ENCODER).plan("p", timeline, sound, title, work.resolve("it's work"));
    }

    private static Clip video(Path file) {
        return Shots.video(file.toString(), 4);
    }

    private static SourceFormat inspect(Clip clip) {
        return INSPECTION.of(clip);
    }

    /** No bar at any edge. */
    private static void assertAllOfColour(Path video, int red, int green, int blue) {
        int[] colours = Footage.colours(video, 10, 8, 8);
        for (int i = 0; i < colours.length; i += 3) {
            near(new int[] {colours[i], colours[i + 1], colours[i + 2]}, red, green, blue);
        }
    }

    private static void near(int[] colour, int red, int green, int blue) {
        assertThat(colour[0]).as("red").isCloseTo(red, within(CLOSE));
        assertThat(colour[1]).as("green").isCloseTo(green, within(CLOSE));
        assertThat(colour[2]).as("blue").isCloseTo(blue, within(CLOSE));
    }
}
