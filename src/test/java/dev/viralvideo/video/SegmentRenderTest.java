package dev.viralvideo.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.media.Layer;
import dev.viralvideo.media.Motion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentRenderTest {
    private static final String HOSTILE = "/w/-y 'a' %d:b\\c [x];$(id)\n.mp4";
    private final SegmentRender render = new SegmentRender(new EncoderSettings("veryfast", 20, 1));

    @Test
    void aFileNameIsAnInputAndNeverInTheFilterGraph() {
        List<String> arguments = arguments(
                Shots.on(270, 480)
                        .shot(30, Shots.video(HOSTILE, 9), Shots.CUT, 0)
                        .timeline(),
                0);

        assertThat(arguments.get(arguments.indexOf("-i") + 1)).isEqualTo("file:" + HOSTILE);
        assertThat(graph(arguments)).doesNotContain("id", "/w/");
    }

    @Test
    void theSegmentHasExactlyItsFrames() {
        List<String> arguments = arguments(
                Shots.on(270, 480).shot(37, Shots.still("/s.jpg"), Shots.CUT, 0).timeline(), 0);

        assertThat(arguments.get(arguments.indexOf("-frames:v") + 1)).isEqualTo("37");
    }

    @Test
    void theTransitionTakesTheNextShotAsItsSecondInput() {
        Timeline timeline = Shots.on(270, 480)
                .shot(60, Shots.video("/a.mp4", 20), Shots.FADE, 0)
                .shot(60, Shots.video("/b.mp4", 20), Shots.FADE, 15)
                .timeline();

        List<String> arguments = arguments(timeline, 0);

        assertThat(arguments).contains("file:/a.mp4", "file:/b.mp4");
        assertThat(arguments.get(arguments.indexOf("-frames:v") + 1)).isEqualTo("75");
        assertThat(graph(arguments)).contains("trim=end_frame=15", "xfade=transition=fade:duration=0.5:offset=0");
        List<String> last = arguments(timeline, 1);
        assertThat(graph(last)).doesNotContain("xfade");
        assertThat(last).doesNotContain("file:/a.mp4");
        assertThat(last.get(last.indexOf("-frames:v") + 1)).isEqualTo("45");
    }

    @Test
    void theNextShotsOverlaysAreOnItsTransitionAlready() {
        Overlay captions = new Overlay("/c.ffconcat", true, 10, 300, 250, 100, 0, 2, Overlay.Entrance.NONE);
        Overlay early = new Overlay("/early.png", false, 0, 0, 90, 90, 0.2, 1.5, Overlay.Entrance.RISE);
        Overlay late = new Overlay("/late.png", false, 0, 0, 90, 90, 0.6, 1.5, Overlay.Entrance.RISE);
        Timeline timeline = Shots.on(270, 480)
                .shot(60, Shots.video("/a.mp4", 20), Shots.FADE, 0)
                .shot(60, Shots.video("/b.mp4", 20), Shots.FADE, 15, captions, early, late)
                .timeline();

        assertThat(arguments(timeline, 0))
                .contains("file:/c.ffconcat", "file:/early.png")
                .doesNotContain("file:/late.png");
        List<String> own = arguments(timeline, 1);
        assertThat(own).contains("file:/c.ffconcat", "file:/early.png", "file:/late.png");
        assertThat(graph(own)).contains("setpts=expr=PTS-15/(30*TB)", "t+0.5-0.2");
    }

    @Test
    void theCropComesBeforeTheScale() {
        String graph = graph(arguments(
                Shots.on(270, 480)
                        .shot(30, Shots.video("/a.mp4", 9), Shots.CUT, 0)
                        .timeline(),
                0));

        assertThat(graph.indexOf("crop=")).isPositive().isLessThan(graph.indexOf("scale="));
        assertThat(graph).doesNotContain(",pad=");
    }

    @Test
    void aLayersMotionIsItsFormula() {
        Layer ground = new Layer("/g.png", 400, 600, new Motion(-50, -60, 2, 0, 10, 0, 4, 0.25));

        String graph = graph(arguments(
                Shots.on(270, 480)
                        .shot(30, Shots.backdrop(ground), Shots.CUT, 0)
                        .timeline(),
                0));

        assertThat(graph).contains("x=-(-50+2*(n+0)/30+10*sin(2*PI*((n+0)/30/4+0.25)))", "y=-(-60)");
    }

    @Test
    void captionsComeThroughTheConcatDemuxer() {
        Overlay captions = new Overlay("/c.ffconcat", true, 10, 300, 250, 100, 0, 1, Overlay.Entrance.NONE);

        List<String> arguments = arguments(
                Shots.on(270, 480)
                        .shot(30, Shots.video("/a.mp4", 9), Shots.CUT, 0, captions)
                        .timeline(),
                0);

        assertThat(String.join(" ", arguments)).contains("-f concat -safe 0 -i file:/c.ffconcat");
        assertThat(graph(arguments)).contains("overlay=x=10:y=300:eof_action=repeat");
    }

    @Test
    void everySegmentIsEncodedTheSameWay() {
        Timeline timeline = Shots.on(270, 480)
                .shot(60, Shots.video("/a.mp4", 20), Shots.FADE, 0)
                .shot(60, Shots.still("/b.jpg"), Shots.FADE, 15)
                .timeline();

        assertThat(encoding(arguments(timeline, 0))).isEqualTo(encoding(arguments(timeline, 1)));
    }

    private List<String> arguments(Timeline timeline, int position) {
        return render.command("p", timeline, position, Path.of("/o.mp4")).arguments();
    }

    private static String graph(List<String> arguments) {
        return arguments.get(arguments.indexOf("-filter_complex") + 1);
    }

    private static List<String> encoding(List<String> arguments) {
        return arguments.subList(arguments.indexOf("-c:v"), arguments.size());
    }
}
