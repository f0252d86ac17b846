package dev.viralvideo.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MusicBedTest {
    private static final Moods MOODS = new Moods(Path.of("styles/moods"));

    @TempDir
    Path folder;

    static List<String> moods() {
        return MOODS.names();
    }

    @ParameterizedTest
    @MethodSource("moods")
    void soundsFromStartToEndWithoutClippingOrClicks(String name) throws IOException {
        assertThat(mood(name).name()).isEqualTo(name);
        Path bed = write(name, 20, 1, "bed.wav");

        assertThat(LoudnessMeter.of(bed)).isBetween(-25.0, -16.0);
        try (WavReader wav = new WavReader(bed)) {
            assertThat(wav.frames()).isEqualTo(20 * 48_000);
            int peak = 0;
            int jump = 0;
            int last = 0;
            int end = 0;
            for (long i = 0; i < wav.frames(); i++) {
                int left = wav.read();
                wav.read();
                peak = Math.max(peak, Math.abs(left));
                jump = Math.max(jump, Math.abs(left - last));
                end = i > wav.frames() - 480 ? Math.max(end, Math.abs(left)) : 0;
                last = left;
            }
            assertThat(peak).isBetween(4_000, 30_000);
            assertThat(jump).as("largest step between two samples").isLessThan(peak / 2);
            assertThat(end).as("the last 10 ms").isLessThan(20);
        }
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() throws IOException {
        byte[] first = Files.readAllBytes(write("curious", 6, 7, "a.wav"));

        assertThat(Files.readAllBytes(write("curious", 6, 7, "b.wav"))).isEqualTo(first);
        assertThat(Files.readAllBytes(write("curious", 6, 8, "c.wav"))).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 3, 5.0333, 61})
    void fillsAnyLengthAndEndsOnTheTonic(double seconds) throws IOException {
        List<Note> notes = Composition.of(mood("uplifting"), seconds, 1.5, 3).notes();
        Note last = notes.stream()
                .filter(note -> note.instrument() == Note.Instrument.BASS)
                .reduce((a, b) -> b)
                .orElseThrow();

        assertThat(last.pitch() % 12).isZero();
        assertThat((last.start() + last.frames()) / 48_000.0).isGreaterThanOrEqualTo(seconds);
        try (WavReader wav = new WavReader(write("uplifting", seconds, 3, "bed.wav"))) {
            assertThat(wav.frames()).isEqualTo(Math.round(seconds * 48_000));
        }
    }

    @Test
    void tellsWhatIsWrongInAMoodFile() throws IOException {
        String yaml = Files.readString(Path.of("styles/moods/calm.yaml")).replace("tempo: 72", "tempo: 700");
        Files.writeString(folder.resolve("loud.yaml"), yaml);

        assertThatThrownBy(() -> new Moods(folder).find("loud"))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining("loud.yaml")
                .hasMessageContaining("tempo must be 50.0 to 180.0");
        assertThat(new Moods(folder).find("../calm")).isEqualTo(Optional.empty());
    }

    private Path write(String mood, double seconds, long seed, String name) throws IOException {
        Path file = folder.resolve(name);
        MusicBed.write(mood(mood), seconds, 1.5, seed, file);
        return file;
    }

    private static Mood mood(String name) {
        return MOODS.find(name).orElseThrow();
    }
}
