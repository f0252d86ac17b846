package dev.viralvideo.video.caption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.audio.AudioTracks.NarratedSegment;
import dev.viralvideo.audio.Speech;
import dev.viralvideo.audio.WordTiming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubtitlesTest {
    private static final String LONG = "Honey bees dance to tell their sisters where the flowers are and how far they "
            + "have to fly until they find them in the evening sun. Then they sleep. | They wake up again";

    @TempDir
    Path folder;

    @Test
    void writesSrtAndVttWithTheWordsOwnTimes() throws IOException {
        Subtitles.write(tracks("Bees dance. | Yes!"), folder.resolve("a.srt"), folder.resolve("a.vtt"));

        assertThat(Files.readString(folder.resolve("a.srt")))
                .isEqualTo("1\n00:00:10,500 --> 00:00:11,500\nBees dance.\n\n"
                        + "2\n00:00:12,100 --> 00:00:13,100\nYes!\n\n");
        assertThat(Files.readString(folder.resolve("a.vtt")))
                .isEqualTo("WEBVTT\n\n00:00:10.500 --> 00:00:11.500\nBees dance.\n\n"
                        + "00:00:12.100 --> 00:00:13.100\nYes!\n\n");
    }

    @Test
    void linesAreReadableAndNoWordIsLost() {
        List<Cue> cues = SubtitleCues.of(tracks(LONG));

        assertThat(cues).allSatisfy(cue -> assertThat(cue.lines())
                .hasSizeBetween(1, 2)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(42)));
        assertThat(String.join(
                        " ", cues.stream().flatMap(cue -> cue.lines().stream()).toList()))
                .isEqualTo(LONG.replace(" |", ""));
    }

    @Test
    void cuesNeverOverlapEvenWhenTheTimesDo() {
        List<WordTiming> muddled = IntStream.range(0, 60)
                .mapToObj(i -> new WordTiming("word" + i + (i % 4 == 0 ? "." : ""), i * 0.2 % 5, i * 0.2 % 5 + 2))
                .toList();

        List<Cue> cues = SubtitleCues.of(of(muddled, 20));

        assertThat(cues).hasSizeGreaterThan(3);
        for (int i = 0; i < cues.size(); i++) {
            assertThat(cues.get(i).to()).isGreaterThan(cues.get(i).from());
            if (i > 0) {
                assertThat(cues.get(i).from())
                        .isGreaterThanOrEqualTo(cues.get(i - 1).to());
            }
        }
    }

    @Test
    void textStaysText() {
        List<Cue> cues = SubtitleCues.of(of(
                List.of(
                        new WordTiming("a<b>", 0, 1),
                        new WordTiming("&amp;", 1, 2),
                        new WordTiming("-->\n\n00:01", 2, 3)),
                20));

        assertThat(Subtitles.vtt(cues)).endsWith("\na&lt;b&gt; &amp;amp; --&gt; 00:01\n\n");
        assertThat(Subtitles.srt(cues)).endsWith("\na<b> &amp; → 00:01\n\n");
    }

    @Test
    void aVeryLongWordIsNotCut() {
        String word = "pneumonoultramicroscopicsilicovolcanoconiosis";

        assertThat(SubtitleCues.of(tracks("One " + word + " two")))
                .flatExtracting(Cue::lines)
                .containsExactly("One", word, "two");
    }

    private static AudioTracks tracks(String text) {
        return of(Samples.words(text), 60);
    }

    private static AudioTracks of(List<WordTiming> words, double seconds) {
        Speech speech = new Speech("speech.wav", 10, words, false, "test");
        NarratedSegment segment = new NarratedSegment(0, 10, seconds, 10.5, speech);
        return new AudioTracks("mix.m4a", seconds, List.of(segment), "none", null, List.of());
    }
}
