package dev.viralvideo.audio;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** espeak-ng as a program of the system: {@code espeak} or {@code espeak:VOICE}, by default one of the language. */
public final class EspeakVoice {
    private static final int LONGEST_TEXT = 5_000;
    private static final long LIMIT_SECONDS = 60;

    private final String program;
    private final RecordedSpeech recorded;

    /** @param program name or path, {@code espeak-ng} */
    public EspeakVoice(String program, RecordedSpeech recorded) {
        this.program = program;
        this.recorded = recorded;
    }

    /** @throws Failure.Configuration {@code VOICE_NOT_READY} when it is not installed */
    public Speech speak(SpeechRequest request) {
        if (request.text().length() > LONGEST_TEXT) {
            throw new Failure.Validation(
                    "SPEECH_TOO_LONG",
                    "segment " + (request.index() + 1) + " has more than " + LONGEST_TEXT + " characters; split it");
        }
        Path folder = Path.of(request.file()).toAbsolutePath().getParent();
        Path wav = null;
        try {
            wav = Files.createTempFile(Files.createDirectories(folder), "espeak", ".wav");
            run(request, wav);
            return recorded.of(request, Files.readAllBytes(wav), 0, List.of());
        } catch (IOException e) {
            throw new Failure.Configuration(
                    "VOICE_NOT_READY", program + " does not start; install it, or choose another voice", e);
        } finally {
            delete(wav);
        }
    }

    /** The text goes in by standard input: as an argument it could pass for an option. */
    private void run(SpeechRequest request, Path wav) throws IOException {
        Process process = new ProcessBuilder(program, "--stdin", "-v", voice(request), "-w", wav.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(request.text().getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new Failure.ExternalService(
                        "VOICE_FAILED", false, program + " could not speak segment " + request.index(), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure.Processing("INTERRUPTED", true, "interrupted while " + program + " spoke", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String voice(SpeechRequest request) {
        String own = Voices.own(request.voice());
        String language = request.language() == null ? "en" : request.language();
        String voice = own.isEmpty() ? language.toLowerCase(Locale.ROOT) : own;
        return voice.matches("[A-Za-z][\\w+-]*") ? voice : "en";
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

    /** Whether the program is on the path. */
    public static boolean installed(String program) {
        String path = System.getenv("PATH");
        return path != null
                && java.util.Arrays.stream(path.split(java.io.File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
