package dev.viralvideo.video.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.video.quality.QualityGate.Expected;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityGateTest {
    private static final Expected EXPECTED = new Expected(300, 30, 3, 1080, 1920);

    @Test
    void aGoodFilePasses() {
        assertThatCode(() -> QualityGate.check(measured(300, -14.3, -1.2, 0.4, 0.9, 1.8), EXPECTED))
                .doesNotThrowAnyException();
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        assertThatThrownBy(() -> QualityGate.check(measured(200, -17, -0.2, 1.5, 2.5, 3.5), EXPECTED))
                .isInstanceOfSatisfying(Failure.Processing.class, failure -> assertThat(failure.code())
                        .isEqualTo("QUALITY_GATE"))
                .hasMessageContaining("it has 200 frames, not 300")
                .hasMessageContaining("it lasts 6.67 s, not 10.00")
                .hasMessageContaining("loudness is -17.0 LUFS")
                .hasMessageContaining("true peak is -0.2 dBTP")
                .hasMessageContaining("black for 1.5 s")
                .hasMessageContaining("frozen for 2.5 s")
                .hasMessageContaining("silent for 3.5 s");
    }

    @Test
    void theLengthMayBeOffByAFrameForEachSegment() {
        assertThat(QualityGate.violations(measured(303, -14, -2, 0, 0, 0), EXPECTED))
                .isEmpty();
        assertThat(QualityGate.violations(measured(304, -14, -2, 0, 0, 0), EXPECTED))
                .isNotEmpty();
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        assertThat(QualityGate.violations(measured(300, -15, -1, 1, 1, 2), EXPECTED))
                .isEmpty();
    }

    @Test
    void noSoundIsAViolation() {
        Measurements silent = new Measurements(10, 300, 1080, 1920, null, null, 0, 0, 0, List.of());

        assertThat(QualityGate.violations(silent, EXPECTED)).containsExactly("it has no sound");
    }

    @Test
    void aTotallySilentTrackIsNotAcceptedAsLoudness() {
        assertThat(QualityGate.violations(measured(300, Double.NEGATIVE_INFINITY, Double.NaN, 0, 0, 0), EXPECTED))
                .isNotEmpty();
    }

    @Test
    void decodeWarningsAndAWrongSizeAreViolations() {
        Measurements odd =
                new Measurements(10, 300, 1920, 1080, -14.0, -2.0, 0, 0, 0, List.of("[h264] [error] damaged"));

        assertThat(QualityGate.violations(odd, EXPECTED)).hasSize(2);
    }

    private static Measurements measured(
            long frames, double loudness, double peak, double black, double frozen, double silence) {
        return new Measurements(frames / 30.0, frames, 1080, 1920, loudness, peak, black, frozen, silence, List.of());
    }
}
