package dev.viralvideo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.pipeline.ProgressBoard.Progress;
import dev.viralvideo.project.Stage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTest {
    private static final Progress BEGUN = new Progress(Map.of(Stage.SCRIPT, 0.4));
    private static final Progress HALF =
            new Progress(Map.of(Stage.SCRIPT, 1.0, Stage.MEDIA, 1.0, Stage.AUDIO, 1.0, Stage.VIDEO, 0.305));
    private static final Progress ALL =
            new Progress(Map.of(Stage.SCRIPT, 1.0, Stage.MEDIA, 1.0, Stage.AUDIO, 1.0, Stage.VIDEO, 1.0));

    private final AtomicLong nanos = new AtomicLong();

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 200})
    void oneBarAStageIsDrawnInPlaceWithTheTimeLeft(int columns) {
        TinyTerminal terminal = new TinyTerminal(columns);
        ProgressBars bars = new ProgressBars(terminal.writer(), nanos::get);

        bars.draw(BEGUN);
        nanos.set(10_000_000_000L);
        bars.draw(HALF);

        assertThat(terminal.lines())
                .containsExactly(
                        "  script  ████████████████████ 100 %",
                        "  media   ████████████████████ 100 %",
                        "  audio   ████████████████████ 100 %",
                        "  video   ██████░░░░░░░░░░░░░░  30 %",
                        "  about 11 s left",
                        "");
    }

    @Test
    void aTerminalThatIsTooNarrowCutsTheLinesAndKeepsTheirNumber() {
        TinyTerminal terminal = new TinyTerminal(20);
        ProgressBars bars = new ProgressBars(terminal.writer(), nanos::get);

        bars.draw(BEGUN);
        bars.draw(HALF);
        bars.draw(HALF);

        assertThat(terminal.lines()).hasSize(6).element(3).asString().startsWith("  video   ██████");
    }

    @Test
    void longWaitsAreToldInMinutes() {
        TinyTerminal terminal = new TinyTerminal(80);
        ProgressBars bars = new ProgressBars(terminal.writer(), nanos::get);

        nanos.set(120_000_000_000L);
        bars.draw(HALF);

        assertThat(terminal.lines()).contains("  about 3 min left");
    }

    @Test
    void beforeAnythingIsKnownNoTimeIsMadeUp() {
        TinyTerminal terminal = new TinyTerminal(80);

        new ProgressBars(terminal.writer(), nanos::get).draw(BEGUN);

        assertThat(terminal.lines()).contains("  estimating the time left");
    }

    @Test
    void theBarsOfTheNextTopicLeaveThoseOfTheOneBeforeAlone() {
        TinyTerminal terminal = new TinyTerminal(80);
        Screen screen = new Screen(terminal.writer(), false, false, true);

        for (String topic : List.of("bees", "cats")) {
            screen.begins(topic);
            screen.progress(HALF);
            screen.progress(ALL);
            screen.ends(done(topic));
        }

        assertThat(terminal.lines())
                .filteredOn(line -> !line.contains("100 %"))
                .containsExactly(
                        "Making \"bees\"",
                        "Done in 2.0 s. The package with video, captions and credits:",
                        "/out/bees",
                        "Making \"cats\"",
                        "Done in 2.0 s. The package with video, captions and credits:",
                        "/out/cats",
                        "");
    }

    @Test
    void whereThereIsNoTerminalEachStageIsToldOnceAndNothingIsDrawn() {
        TinyTerminal terminal = new TinyTerminal(80);
        Screen screen = new Screen(terminal.writer(), false, false, false);

        screen.begins("bees");
        screen.progress(HALF);
        screen.progress(HALF);
        screen.ends(done("bees"));

        assertThat(terminal.lines())
                .startsWith("Making \"bees\"", "  script done", "  media done", "  audio done")
                .noneMatch(line -> line.contains("video done"));
    }

    @Test
    void whoWantsQuietGetsThePathAlone() {
        TinyTerminal terminal = new TinyTerminal(80);
        Screen screen = new Screen(terminal.writer(), false, true, true);

        screen.begins("bees");
        screen.progress(HALF);
        screen.ends(done("bees"));

        assertThat(terminal.lines()).containsExactly("/out/bees", "");
    }

    private static Outcome done(String topic) {
        return new Outcome("1", topic, "COMPLETED", "/out/" + topic, null, List.of(), 2.0);
    }
}
