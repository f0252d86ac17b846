package dev.viralvideo.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.FfmpegResult;
import dev.viralvideo.ffmpeg.ProgressListener;
import dev.viralvideo.script.Template.Pacing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioMixTest {
    private static final Pacing PACING = new Pacing(10, 1.2, 0.4, 1.5, 0.3);

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static final Set<ByteBuffer> SEEN_BYTES = new HashSet<>();

    private static Ffmpeg ffmpeg;
    private static List<Speech> speeches;
    private static AudioMix mix;

    @BeforeAll
    static void speak() throws IOException {
        ffmpeg = Ffmpeg.embedded(shared.resolve("ffmpeg"));
        MaryVoice voice = new MaryVoice(1);
        speeches = List.of(
                voice.speak(request(0, "Five surprising facts about honey bees.")),
                voice.speak(request(1, "Number one. Bees dance to tell the others where the flowers are!")));
        Files.createDirectories(shared.resolve("music"));
        mix = new AudioMix(new MusicLibrary(new Moods(Path.of("styles/moods")), shared.resolve("music"), ffmpeg));
    }

    @Test
    void isAsLoudAsPlatformsPlayAndExactlyAsLongAsTheVideo() {
        MixPlan plan = mix.prepare("p", speeches, PACING, "uplifting", 1, folder);
        AudioTracks tracks = made(plan);

        assertThat(tracks.loudness().integratedLufs()).isCloseTo(AudioMix.TARGET_LUFS, within(0.5));
        assertThat(tracks.loudness().truePeakDbtp()).isLessThanOrEqualTo(AudioMix.CEILING_DBTP);
        assertThat(ffmpeg.probe(Path.of(tracks.mix())).seconds()).isCloseTo(tracks.seconds(), within(0.0001));
        assertThat(tracks.music()).isEqualTo("synthesised:uplifting");
        assertThat(tracks.degradations()).isEmpty();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("narration.wav", "music.wav", "mix.m4a");
    }

    @RepeatedTest(4)
    void isTheSameBytesForTheSameSeed() throws IOException {
        AudioTracks tracks = made(mix.prepare("p", speeches, PACING, "curious", 5, folder));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(Path.of(tracks.mix())));

        // a filter that loses a changing part of the end would show here
        assertThat(SEEN_BYTES.isEmpty() || SEEN_BYTES.contains(bytes)).isTrue();
        SEEN_BYTES.add(bytes);
    }

    @Test
    void isLoudAndNeverSilentForLongWithoutMusic() {
        MixPlan plan = mix.prepare("p", speeches, new Pacing(10, 3, 3, 5, 0.3), "none", 1, folder);
        AudioTracks tracks = made(plan);

        assertThat(tracks.music()).isEqualTo("none");
        assertThat(tracks.loudness().integratedLufs()).isCloseTo(AudioMix.TARGET_LUFS, within(0.5));
        FfmpegResult silences = ffmpeg.run(
                command("-v", "info", "-i", tracks.mix(), "-af", "silencedetect=n=-50dB:d=2", "-f", "null", "-"),
                ProgressListener.NONE);
        assertThat(silences.messages()).doesNotContain("silence_start");
    }

    @Test
    void ducksTheMusicUnderTheVoice() {
        MixPlan plan = mix.prepare("p", speeches, PACING, "calm", 2, folder);
        // the very graph, but what comes out is the ducked music alone
        String graph = MixGraph.premix(true, plan.musicGain(), plan.samples())
                .replace("[voice][ducked]amix=inputs=2", "[voice]volume=0[mute];[mute][ducked]amix=inputs=2");
        String ducked = folder.resolve("ducked.wav").toString();
        ffmpeg.run(
                command("-i", plan.narration(), "-i", plan.music(), "-filter_complex", graph, "-map", "[mix]", ducked),
                ProgressListener.NONE);
        Speech second = speeches.get(1);
        double from = plan.segments().get(1).speechStart();

        double open = level(ducked, 0.3, 1.1) - level(plan.music(), 0.3, 1.1);
        double under = level(ducked, from + 1, from + second.seconds() - 0.3)
                - level(plan.music(), from + 1, from + second.seconds() - 0.3);
        assertThat(open - under).as("dB that the music goes down").isGreaterThan(8);
    }

    @Test
    void takesTheUsersMusicLoopedAndTrimmed() throws IOException {
        Path file = shared.resolve("music/it's my; [song]:%d.wav");
        MusicBed.write(new Moods(Path.of("styles/moods")).find("driving").orElseThrow(), 3, 1, 1, file);
        AudioTracks tracks = made(mix.prepare("p", speeches, PACING, "it's my; [song]:%d", 1, folder));

        assertThat(tracks.music()).isEqualTo("it's my; [song]:%d.wav");
        assertThat(tracks.degradations()).isEmpty();
        assertThat(tracks.loudness().integratedLufs()).isCloseTo(AudioMix.TARGET_LUFS, within(0.5));
    }

    @Test
    void playsASynthesisedBedInsteadOfACorruptFile() throws IOException {
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        Files.write(shared.resolve("music/broken.mp3"), noise);
        Files.write(shared.resolve("music/empty.ogg"), new byte[0]);

        for (String name : List.of("broken.mp3", "empty.ogg")) {
            MixPlan plan = mix.prepare("p", speeches, PACING, name, 1, folder);
            assertThat(plan.musicLabel()).startsWith("synthesised:");
            assertThat(plan.degradations()).singleElement().asString().contains(name, "synthesised bed");
        }
    }

    @Test
    void refusesUnknownMusicAndWhatLiesOutsideTheFolder() throws IOException {
        Files.write(shared.resolve("secret.mp3"), new byte[10]);
        for (String name : List.of("polka", "../secret.mp3", "../secret", "/etc/passwd", "a\u0000b", "x,volume=9")) {
            assertThatThrownBy(() -> mix.prepare("p", speeches, PACING, name, 1, folder))
                    .isInstanceOf(Failure.Validation.class)
                    .hasMessageContaining("uplifting");
        }
    }

    @Test
    void corrects_whenTheFirstResultIsOff() {
        MixPlan plan = mix.prepare("p", speeches, PACING, "none", 1, folder);
        FfmpegResult measured = new FfmpegResult("I: -24.0 LUFS\nPeak: -5.0 dBFS", 0);
        FfmpegResult verified = new FfmpegResult("I: -15.0 LUFS\nPeak: -5.0 dBFS", 0);

        assertThat(mix.onTarget(verified)).isFalse();
        assertThat(String.join(" ", mix.mastering(plan, measured).arguments())).contains("volume=10.00dB");
        assertThat(String.join(" ", mix.correcting(plan, measured, verified).arguments()))
                .contains("volume=11.00dB");
    }

    private static AudioTracks made(MixPlan plan) {
        FfmpegResult measured = ffmpeg.run(mix.measuring(plan), ProgressListener.NONE);
        ffmpeg.run(mix.mastering(plan, measured), ProgressListener.NONE);
        return mix.finished(plan, ffmpeg.run(mix.verifying(plan), ProgressListener.NONE));
    }

    private static double level(String file, double from, double to) {
        FfmpegResult result = ffmpeg.run(
                command(
                        "-v",
                        "info",
                        "-ss",
                        "" + from,
                        "-t",
                        "" + (to - from),
                        "-i",
                        file,
                        "-af",
                        "astats",
                        "-f",
                        "null",
                        "-"),
                ProgressListener.NONE);
        return result.messages()
                .lines()
                .filter(line -> line.contains("RMS level dB"))
                .reduce((a, b) -> b)
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .orElseThrow();
    }

    private static FfmpegCommand command(String... arguments) {
        return new FfmpegCommand("p", "test", List.of(arguments), Duration.ofSeconds(30), 0);
    }

    private static SpeechRequest request(int index, String text) {
        String file = shared.resolve("speech-" + index + ".wav").toString();
        return new SpeechRequest("p", index, text, "cmu-slt-hsmm", "en", file);
    }
}
