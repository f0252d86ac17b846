package dev.viralvideo.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoudnessMeterTest {
    @TempDir
    Path folder;

    @Test
    void agreesWithTheStandardOnASine() throws IOException {
        // BS.1770-4: a 997 Hz sine at full scale in one channel is -3.01 LUFS
        assertThat(LoudnessMeter.of(sine(1, 3, 1))).isCloseTo(-3.01, within(0.02));
        assertThat(LoudnessMeter.of(sine(0.1, 3, 2))).isCloseTo(-20, within(0.02));
    }

    @Test
    void measuresShortSoundsAndSilence() throws IOException {
        assertThat(LoudnessMeter.of(sine(0.5, 0.1, 1))).isCloseTo(-9, within(0.3));
        assertThat(LoudnessMeter.of(sine(0, 2, 1))).isEqualTo(LoudnessMeter.SILENT_LUFS);
    }

    private Path sine(double amplitude, double seconds, int channels) throws IOException {
        Path file = folder.resolve(amplitude + ".wav");
        long frames = Math.round(seconds * 48_000);
        try (WavWriter wav = new WavWriter(file, channels, frames)) {
            for (long i = 0; i < frames * channels; i++) {
                wav.write((int) Math.round(amplitude * 32_767 * Math.sin(2 * Math.PI * 997 * (i / channels) / 48_000)));
            }
            wav.finish();
        }
        return file;
    }
}
