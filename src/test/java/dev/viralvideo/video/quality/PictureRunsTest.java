package dev.viralvideo.video.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.viralvideo.video.quality.PictureRuns.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureRunsTest {
    private static final PictureRuns NOTHING = new PictureRuns(List.of(), List.of());

    @Test
    void runsAreReadWithTheirStartsAndEnds() {
        String messages =
                """
                frame:10   pts:30      pts_time:1
                lavfi.black_start=1
                frame:12   pts:36      pts_time:1.2
                lavfi.freezedetect.freeze_start=1
                frame:26   pts:78      pts_time:2.6
                lavfi.black_end=2.6
                lavfi.freezedetect.freeze_duration=1.5
                lavfi.freezedetect.freeze_end=2.5
                """;

        PictureRuns runs = PictureRuns.read(messages, 5);

        assertThat(runs.black()).containsExactly(new Run(1, 2.6));
        assertThat(runs.frozen()).containsExactly(new Run(1, 2.5));
        assertThat(runs.longestBlack()).isCloseTo(1.6, within(1e-9));
    }

    @Test
    void aRunWithoutEndLastsToTheEnd() {
        assertThat(PictureRuns.read("lavfi.freezedetect.freeze_start=3\n", 5).longestFrozen())
                .isEqualTo(2);
    }

    @Test
    void aRunWhoseStartWasLostCountsFromTheStart() {
        assertThat(PictureRuns.read("lavfi.black_end=1.5\n", 5).longestBlack()).isEqualTo(1.5);
    }

    @Test
    void nothingIsSeenWhereNothingWasWritten() {
        assertThat(PictureRuns.read("", 5)).isEqualTo(NOTHING);
        assertThat(NOTHING.longestFrozen()).isZero();
    }

    @Test
    void aRunGoesOnOverTheJoins() {
        PictureRuns first = new PictureRuns(List.of(), List.of(new Run(4.4, 5)));
        PictureRuns second = new PictureRuns(List.of(), List.of(new Run(0, 1)));
        PictureRuns third = new PictureRuns(List.of(), List.of(new Run(0, 0.3), new Run(0.3, 0.7)));

        PictureRuns all = NOTHING.then(0, first).then(5, second).then(6, third);

        assertThat(all.frozen()).hasSize(2);
        assertThat(all.longestFrozen()).isCloseTo(1.9, within(1e-9));
    }

    @Test
    void whatEndsBeforeTheJoinDoesNotGoOn() {
        PictureRuns first = new PictureRuns(List.of(new Run(4, 4.9)), List.of());
        PictureRuns second = new PictureRuns(List.of(new Run(0, 0.8)), List.of());

        assertThat(first.then(5, second).longestBlack()).isCloseTo(0.9, within(1e-9));
    }
}
