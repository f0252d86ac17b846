package dev.viralvideo.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavWriterTest {
    @TempDir
    Path folder;

    @Test
    void readsBackWhatItWroteClippedToSixteenBits() throws IOException {
        Path file = folder.resolve("a.wav");
        try (WavWriter wav = new WavWriter(file, 1, 4)) {
            wav.write(-5);
            wav.write(40_000);
            wav.write(-40_000);
            wav.silence(1);
            wav.finish();
        }
        try (WavReader wav = new WavReader(file)) {
            assertThat(wav.frames()).isEqualTo(4);
            assertThat(new int[] {wav.read(), wav.read(), wav.read(), wav.read()})
                    .containsExactly(-5, 32_767, -32_768, 0);
        }
    }

    @Test
    void leavesNothingWhenItIsNotFinished() throws IOException {
        try (WavWriter wav = new WavWriter(folder.resolve("a.wav"), 2, 100)) {
            wav.write(1);
            assertThatThrownBy(wav::finish).isInstanceOf(IllegalStateException.class);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesWhatIsNoWav() throws IOException {
        Path file = Files.writeString(folder.resolve("a.wav"), "not a WAV at all");

        assertThatThrownBy(() -> new WavReader(file))
                .isInstanceOf(Failure.Processing.class)
                .hasMessageContaining("not a 48 kHz");
    }
}
