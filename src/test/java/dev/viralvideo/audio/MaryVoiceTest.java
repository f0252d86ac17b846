package dev.viralvideo.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaryVoiceTest {
    private static final MaryVoice VOICE = new MaryVoice(1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Honey bees dance. Number one: a bee visits up to 1,000 flowers a day!",
                "Mt. Everest — 8,849 m — isn't well-known to AI at 90 km/h & $5 million, e.g. in 1990.",
                "'Tis the café's U.S. \"Best Of\" zxqwrt hmm; A B C … (etc.)",
                "Wow"
            })
    void timesEveryWordInOrderWithinTheAudio(String text) throws IOException {
        Speech speech = speak(VOICE, text, "a.wav");

        assertThat(String.join(
                        " ", speech.words().stream().map(WordTiming::word).toList()))
                .isEqualTo(text);
        double last = 0;
        for (WordTiming word : speech.words()) {
            assertThat(word.start()).as(word.word()).isGreaterThanOrEqualTo(last);
            assertThat(word.end()).as(word.word()).isGreaterThan(word.start());
            last = word.end();
        }
        assertThat(speech.words().get(0).start()).isEqualTo(SpokenAudio.LEAD_SECONDS);
        assertThat(speech.seconds()).isCloseTo(last + MaryProsody.TAIL_MS / 1000.0, within(0.001));
        assertThat(speech.estimated()).isFalse();
        try (WavReader wav = new WavReader(Path.of(speech.file()))) {
            assertThat(wav.frames() / 48_000.0).isEqualTo(speech.seconds());
            assertThat(wav.channels()).isEqualTo(1);
        }
    }

    @Test
    void isQuietBetweenSentencesAndLoudInWords() throws IOException {
        Speech speech = speak(VOICE, "Volcanoes are mountains. Mountains are old.", "a.wav");
        WordTiming before = speech.words().get(2);
        WordTiming after = speech.words().get(3);

        assertThat(after.start() - before.end()).isBetween(0.3, 0.5);
        assertThat(rms(speech, before.end() + 0.1, after.start() - 0.02))
                .isLessThan(rms(speech, after.start(), after.end()) / 20);
    }

    @Test
    void givesTheSameBytesFromManyThreads() throws Exception {
        List<String> texts = List.of("One bee sings.", "Two bees dance.", "Three bees fly.", "Four bees rest.");
        List<byte[]> alone = IntStream.range(0, 4)
                .mapToObj(i -> bytes(speak(VOICE, texts.get(i), "alone" + i)))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> calls = IntStream.range(0, 12)
                    .<Callable<byte[]>>mapToObj(i -> () -> bytes(speak(VOICE, texts.get(i % 4), "together" + i)))
                    .toList();
            List<Future<byte[]>> together = threads.invokeAll(calls);
            for (int i = 0; i < together.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i % 4));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void speaksFasterWhenAsked() {
        double normal = speak(VOICE, "Honey bees dance in the dark.", "a.wav").seconds();
        double fast = speak(new MaryVoice(1.25), "Honey bees dance in the dark.", "b.wav")
                .seconds();

        assertThat(fast).isBetween(normal * 0.75, normal * 0.9);
        assertThatThrownBy(() -> new MaryVoice(3)).hasMessageContaining("0.5 to 2");
    }

    @Test
    void speaksALongText() {
        String text = "The quick brown fox jumps over the lazy dog, again and again. ".repeat(10);

        assertThat(speak(VOICE, text, "long.wav").words()).hasSize(12 * 10);
    }

    @Test
    void refusesWhatItCannotSpeak() {
        assertThatThrownBy(() -> speak(VOICE, "x".repeat(MaryVoice.LONGEST_TEXT + 1), "a.wav"))
                .isInstanceOf(Failure.Validation.class)
                .hasMessageContaining("split it");
        assertThatThrownBy(() -> speak(VOICE, null, "a.wav")).isInstanceOf(Failure.Validation.class);
        SpeechRequest german = new SpeechRequest("p", 0, "Hallo", "cmu-slt-hsmm", "de", file("a.wav"));
        assertThatThrownBy(() -> VOICE.speak(german)).hasMessageContaining("English");
        assertThat(folder).isEmptyDirectory();
    }

    private Speech speak(MaryVoice voice, String text, String name) {
        return voice.speak(new SpeechRequest("p", 0, text, "cmu-slt-hsmm", "en", file(name)));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static byte[] bytes(Speech speech) {
        try {
            return Files.readAllBytes(Path.of(speech.file()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static double rms(Speech speech, double from, double to) throws IOException {
        try (WavReader wav = new WavReader(Path.of(speech.file()))) {
            double sum = 0;
            long first = Math.round(from * 48_000);
            long last = Math.round(to * 48_000);
            for (long i = 0; i < last; i++) {
                int sample = wav.read();
                sum += i < first ? 0 : (double) sample * sample;
            }
            return Math.sqrt(sum / (last - first));
        }
    }
}
