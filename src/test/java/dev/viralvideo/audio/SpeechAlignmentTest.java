package dev.viralvideo.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against a voice that tells the true times. */
class SpeechAlignmentTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The harbor wakes before the city does. Fog rolls in, and the keeper climbs the stairs.",
                "Honey bees dance to tell their sisters where the flowers are. One spoon of honey is the work of twelve"
                        + " bees, over their whole lives!",
                "Octopuses have three hearts, nine brains and blue blood. Two of the hearts stop when it swims.",
                "Number one. Lightning strikes somewhere about a hundred times every second."
            })
    void finds_words_in_the_sound_alone(String text) throws IOException {
        Path file = folder.resolve("speech.wav");
        Speech told = new MaryVoice(1).speak(new SpeechRequest("p", 0, text, "cmu-slt-hsmm", "en", file.toString()));
        List<WordTiming> found = SpeechAlignment.of(WrittenWords.of(text), samples(file));

        assertThat(found)
                .extracting(WordTiming::word)
                .isEqualTo(told.words().stream().map(WordTiming::word).toList());
        double worst = 0;
        double sum = 0;
        for (int i = 0; i < found.size(); i++) {
            double off = Math.abs(found.get(i).start() - told.words().get(i).start());
            worst = Math.max(worst, off);
            sum += off;
        }
        assertThat(sum / found.size()).isLessThan(0.11);
        assertThat(worst).isLessThan(0.35);
    }

    @Test
    void silence_gives_every_word_a_place_inside_it() {
        List<WordTiming> found = SpeechAlignment.of(List.of("not", "a", "sound"), new short[48_000]);
        assertThat(found)
                .hasSize(3)
                .allMatch(word -> word.start() >= 0 && word.end() <= 1.01 && word.end() >= word.start());
    }

    private static short[] samples(Path file) throws IOException {
        try (WavReader wav = new WavReader(file)) {
            short[] samples = new short[(int) wav.frames()];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) wav.read();
            }
            return samples;
        }
    }
}
