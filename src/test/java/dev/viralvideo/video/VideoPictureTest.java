package dev.viralvideo.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.viralvideo.media.Clip;
import org.junit.jupiter.api.Test;

class VideoPictureTest {
    private static final Stretch WHOLE = new Stretch(0, 90, 90);
    private static final Stretch TAIL = new Stretch(75, 15, 90);

    @Test
    void aLongClipIsEnteredATenthIn() {
        assertThat(start(20, WHOLE)).isEqualTo(2, within(0.01));
    }

    @Test
    void aClipThatIsHardlyLongEnoughIsEnteredAsLateAsItCanBe() {
        assertThat(start(3.1, WHOLE)).isEqualTo(0.1, within(0.01));
        assertThat(start(3, WHOLE)).isZero();
    }

    @Test
    void theTailGoesOnWhereTheShotStopped() {
        assertThat(start(20, TAIL) - start(20, WHOLE)).isEqualTo(2.5, within(1e-9));
    }

    @Test
    void aClipThatIsALittleShortIsSlowedDown() {
        assertThat(VideoPicture.slowdown(clip(2.5), 3)).isEqualTo(1.2, within(1e-9));
        assertThat(VideoPicture.start(clip(2.5), TAIL, 30, 1.2)).isEqualTo(2.5 / 1.2, within(0.01));
    }

    @Test
    void aMuchTooShortClipIsSlowedDownALittleAndRepeats() {
        assertThat(VideoPicture.slowdown(clip(1), 3)).isEqualTo(1.25);
        assertThat(VideoPicture.start(clip(1), TAIL, 30, 1.25)).isEqualTo(0, within(0.01));
    }

    @Test
    void aClipOfUnknownLengthIsTakenAsItIs() {
        assertThat(VideoPicture.slowdown(Shots.still("x"), 3)).isEqualTo(1);
        assertThat(VideoPicture.start(Shots.still("x"), WHOLE, 30, 1)).isZero();
    }

    private static double start(double seconds, Stretch stretch) {
        return VideoPicture.start(clip(seconds), stretch, 30, 1);
    }

    private static Clip clip(double seconds) {
        return Shots.video("x.mp4", seconds);
    }
}
