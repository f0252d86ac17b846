package dev.viralvideo.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.audio.AudioTracks.NarratedSegment;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.media.MediaAssets;
import dev.viralvideo.video.Editor.Look;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditorTest {
    private static final Look LOOK = new Look(1080, 1920, Shots.FADE, 0.5, Shots.PALETTE, 7);

    @Test
    void theShotsFollowEachOtherOnTheFrameGrid() {
        Timeline timeline = edit(LOOK, 0, 2.5, 4.0333333, 9);

        assertThat(timeline.shots()).extracting(Shot::startFrame).containsExactly(0, 75, 121);
        assertThat(timeline.frames()).isEqualTo(270);
        assertThat(timeline.seconds()).isEqualTo(9);
    }

    @Test
    void theFirstShotHasNoTransition() {
        assertThat(edit(LOOK, 0, 3, 6, 9).shots())
                .extracting(Shot::transitionFrames)
                .containsExactly(0, 15, 15);
    }

    @Test
    void aShotIsSeenUntilTheNextTransitionIsOver() {
        Timeline timeline = edit(LOOK, 0, 3, 6);

        assertThat(timeline.framesSeen(0)).isEqualTo(105);
        assertThat(timeline.framesSeen(1)).isEqualTo(90);
    }

    @Test
    void aShortSegmentShortensItsTransition() {
        assertThat(edit(LOOK, 0, 3, 3.5, 6).shots().get(1).transitionFrames()).isEqualTo(7);
    }

    @Test
    void aCutTakesNoTime() {
        Look cut = new Look(1080, 1920, Shots.CUT, 0.5, Shots.PALETTE, 7);

        assertThat(edit(cut, 0, 3, 6).shots().get(1).transitionFrames()).isZero();
    }

    @Test
    void theCameraMovesDifferentlyInEachShotAndTheSameForASeed() {
        List<Shot> shots = edit(LOOK, 0, 3, 6, 9, 12, 15, 18).shots();

        for (int i = 1; i < shots.size(); i++) {
            assertThat(shots.get(i).camera()).isNotEqualTo(shots.get(i - 1).camera());
        }
        assertThat(edit(LOOK, 0, 3, 6, 9, 12, 15, 18).shots()).isEqualTo(shots);
    }

    @Test
    void aMissingClipIsToldAndNotGuessed() {
        AudioTracks audio = audio(0, 3, 6);
        MediaAssets media = new MediaAssets(List.of(), List.of(), List.of());

        assertThatThrownBy(() -> Editor.timeline(audio, media, List.of(), List.of(), LOOK))
                .isInstanceOf(Failure.Processing.class)
                .hasMessageContaining("2 narrated segments, 0 clips");
    }

    private static Timeline edit(Look look, double... cuts) {
        int shots = cuts.length - 1;
        MediaAssets media =
                new MediaAssets(Collections.nCopies(shots, Shots.video("/clip.mp4", 20)), List.of(), List.of());
        return Editor.timeline(
                audio(cuts),
                media,
                Collections.nCopies(shots, SourceFormat.USUAL),
                Collections.nCopies(shots, List.of()),
                look);
    }

    private static AudioTracks audio(double... cuts) {
        List<NarratedSegment> segments = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.length; i++) {
            segments.add(new NarratedSegment(i, cuts[i], cuts[i + 1], cuts[i], null));
        }
        return new AudioTracks("/mix.m4a", cuts[cuts.length - 1], segments, "none", null, List.of());
    }
}
