package dev.viralvideo.audio;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes a speech of the audio that a voice outside this program sent, in whatever format: a mono 48 kHz WAV like the
 * embedded voice's, and a time for every written word, told by the voice or else found in the sound.
 */
public final class RecordedSpeech {
    private static final double LEAST_SECONDS_A_CHARACTER = 0.02;
    private static final double KEPT_BEFORE = 0.06;
    private static final double KEPT_AFTER = 0.15;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final Ffmpeg ffmpeg;

    public RecordedSpeech(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * @param rawRate sample rate of raw 16-bit mono samples without a header; 0 when the file says what it is
     * @param told    in seconds of this audio, in order; empty when the voice tells nothing
     * @throws Failure.ExternalService {@code PROVIDER_INVALID_OUTPUT} when it is no audio, or too short for the text
     */
    public Speech of(SpeechRequest request, byte[] audio, int rawRate, List<TimedText> told) {
        short[] samples = decoded(request, audio, rawRate);
        SoundLevels levels = SoundLevels.of(samples);
        SoundLevels.Stretch voice = levels.voice();
        long letters =
                request.text().codePoints().filter(Character::isLetterOrDigit).count();
        if (voice.length() * SoundLevels.FRAME_SECONDS < letters * LEAST_SECONDS_A_CHARACTER || levels.silent()) {
            throw unusable(request, "sent too little sound for the text, it may have been cut off", null);
        }
        double from = Math.max(0, voice.from() * SoundLevels.FRAME_SECONDS - KEPT_BEFORE);
        double to =
                Math.min(samples.length / (double) WavWriter.RATE, voice.to() * SoundLevels.FRAME_SECONDS + KEPT_AFTER);
        short[] kept = Arrays.copyOfRange(
                samples, (int) Math.round(from * WavWriter.RATE), (int) Math.round(to * WavWriter.RATE));
        List<String> words = WrittenWords.of(request.text());
        Optional<List<WordTiming>> times =
                WordTimes.of(words, shifted(told, -from), kept.length / (double) WavWriter.RATE);
        List<WordTiming> timings = times.orElseGet(() -> SpeechAlignment.of(words, kept));
        try {
            double seconds = SpokenAudio.write(kept, Path.of(request.file()));
            return new Speech(
                    request.file(),
                    seconds,
                    timings.stream().map(RecordedSpeech::led).toList(),
                    times.isEmpty(),
                    request.voice());
        } catch (IOException e) {
            throw new Failure.Resource("CANNOT_WRITE", "cannot write the narration to " + request.file(), e);
        }
    }

    private short[] decoded(SpeechRequest request, byte[] audio, int rawRate) {
        if (audio.length == 0) {
            throw unusable(request, "sent no sound at all", null);
        }
        Path folder = Path.of(request.file()).toAbsolutePath().getParent();
        Path in = null;
        Path out = null;
        try {
            Files.createDirectories(folder);
            in = Files.createTempFile(folder, "spoken", ".in");
            out = Files.createTempFile(folder, "spoken", ".pcm");
            Files.write(in, audio);
            ffmpeg.run(command(request, in, out, rawRate), (command, frame) -> {});
            ByteBuffer pcm = ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.LITTLE_ENDIAN);
            short[] samples = new short[pcm.remaining() / 2];
            pcm.asShortBuffer().get(samples);
            return samples;
        } catch (Failure.Processing | Failure.Validation e) {
            throw unusable(request, "sent something that is no sound", e);
        } catch (IOException e) {
            throw new Failure.Resource("CANNOT_WRITE", "cannot write into " + folder, e);
        } finally {
            delete(in);
            delete(out);
        }
    }

    private static FfmpegCommand command(SpeechRequest request, Path in, Path out, int rawRate) {
        List<String> raw = List.of("-f", "s16le", "-ar", String.valueOf(rawRate), "-ac", "1");
        List<String> arguments = new java.util.ArrayList<>(rawRate > 0 ? raw : List.of());
        arguments.addAll(List.of("-i", "file:" + in, "-map", "0:a:0", "-vn", "-t", "900"));
        arguments.addAll(List.of("-ac", "1", "-ar", String.valueOf(WavWriter.RATE), "-f", "s16le", "file:" + out));
        return new FfmpegCommand(request.projectId(), "speech " + request.index(), arguments, LIMIT, 0);
    }

    private static List<TimedText> shifted(List<TimedText> told, double seconds) {
        return told.stream()
                .map(one ->
                        new TimedText(one.text(), Math.max(0, one.start() + seconds), Math.max(0, one.end() + seconds)))
                .toList();
    }

    /** The file begins with a margin. */
    private static WordTiming led(WordTiming word) {
        return new WordTiming(
                word.word(),
                rounded(word.start() + SpokenAudio.LEAD_SECONDS),
                rounded(word.end() + SpokenAudio.LEAD_SECONDS));
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 10_000) / 10_000.0;
    }

    private static Failure unusable(SpeechRequest request, String what, Failure cause) {
        return new Failure.ExternalService(
                "PROVIDER_INVALID_OUTPUT",
                false,
                "the voice '" + request.voice() + "' " + what + " (segment " + (request.index() + 1) + ")",
                cause);
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // it goes with the project's work folder
        }
    }
}
