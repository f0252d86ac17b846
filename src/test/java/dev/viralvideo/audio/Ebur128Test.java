package dev.viralvideo.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.audio.AudioTracks.Loudness;
import dev.viralvideo.failure.Failure;
import org.junit.jupiter.api.Test;

class Ebur128Test {
    @Test
    void readsTheSummary() {
        String messages =
                """
                Input #0, wav, from 'I: -99.0 LUFS':
                [Parsed_ebur128_0 @ 0x55] Summary:

                  Integrated loudness:
                    I:         -14.1 LUFS
                    Threshold: -24.3 LUFS

                  True peak:
                    Peak:       -1.5 dBFS
                """;

        assertThat(Ebur128.summary(messages)).isEqualTo(new Loudness(-14.1, -1.5));
    }

    @Test
    void takesSilenceAsVeryQuiet() {
        assertThat(Ebur128.summary("I: -70.0 LUFS\nPeak: -inf dBFS")).isEqualTo(new Loudness(-70, -70));
    }

    @Test
    void saysWhenNothingWasMeasured() {
        assertThatThrownBy(() -> Ebur128.summary("muxing done"))
                .isInstanceOf(Failure.Processing.class)
                .hasMessageContaining("muxing done");
    }
}
