package dev.viralvideo.audio;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where music comes from: a mood is synthesised; a file of the user's is looped, trimmed and faded to the length. */
public final class MusicLibrary {
    /** The option that asks for no music. */
    public static final String NONE = "none";

    private static final List<String> ENDINGS =
            List.of(".mp3", ".wav", ".m4a", ".aac", ".ogg", ".opus", ".flac", ".wma", ".aif", ".aiff");
    private static final double FADE_SECONDS = 2;
    private static final double INAUDIBLE_LUFS = -60;

    private final Moods moods;
    private final Path folder;
    private final Ffmpeg ffmpeg;

    /** @param folder the user's music; need not exist */
    public MusicLibrary(Moods moods, Path folder, Ffmpeg ffmpeg) {
        this.moods = moods;
        this.folder = folder.toAbsolutePath().normalize();
        this.ffmpeg = ffmpeg;
    }

    /** What can be asked for: {@code none}, the moods, the user's files. */
    public List<String> names() {
        return Stream.of(Stream.of(NONE), moods.names().stream(), files().stream())
                .flatMap(names -> names)
                .toList();
    }

    /**
     * @param ringOut seconds from the last word to the end
     */
    record Length(double seconds, double ringOut) {}

    Music choose(String owner, String music, Length length, long seed, Path work) throws IOException {
        if (NONE.equals(music)) {
            return new Music(null, null, NONE, List.of());
        }
        Path file = work.resolve("music.wav");
        Optional<Mood> mood = music == null || music.isBlank() ? Optional.of(anyMood(seed)) : moods.find(music);
        if (mood.isPresent()) {
            return synthesised(mood.get(), length, seed, file, List.of());
        }
        Path own = own(music);
        try {
            fit(owner, own, length.seconds(), file);
            return new Music(file.toString(), own.toString(), own.getFileName().toString(), List.of());
        } catch (Failure e) {
            if ("CANCELLED".equals(e.code())) {
                throw e;
            }
            String reason = "music: " + own.getFileName() + " cannot be used (" + firstLine(e)
                    + "); a synthesised bed plays instead";
            return synthesised(anyMood(seed), length, seed, file, List.of(reason));
        }
    }

    /** Music from a provider where there is some and it can be used; else what its mood says. */
    Music choose(String owner, FoundMusic found, Length length, long seed, Path work) throws IOException {
        List<String> degradations = new ArrayList<>(found.degradations());
        if (found.file() != null) {
            Path file = work.resolve("music.wav");
            try {
                fit(owner, Path.of(found.file()), length.seconds(), file);
                return new Music(file.toString(), found.file(), found.label(), degradations);
            } catch (Failure e) {
                if ("CANCELLED".equals(e.code())) {
                    throw e;
                }
                degradations.add("music: " + found.label() + " cannot be used (" + firstLine(e)
                        + "); a synthesised bed plays instead");
            }
        }
        Music other = choose(owner, found.mood(), length, seed, work);
        degradations.addAll(other.degradations());
        return new Music(other.file(), other.source(), other.label(), degradations);
    }

    private static Music synthesised(Mood mood, Length length, long seed, Path file, List<String> degradations)
            throws IOException {
        MusicBed.write(mood, length.seconds(), length.ringOut(), seed, file);
        return new Music(file.toString(), null, "synthesised:" + mood.name(), degradations);
    }

    private Mood anyMood(long seed) {
        List<String> names = moods.names();
        if (names.isEmpty()) {
            throw new Failure.Configuration("NO_MOODS", "there is no music mood in styles/moods; use music 'none'");
        }
        return moods.find(names.get((int) Math.floorMod(seed, (long) names.size())))
                .orElseThrow();
    }

    /** A name may leave its ending out; nothing outside the folder can be named. */
    private Path own(String music) {
        return files().stream()
                .filter(name -> name.equals(music)
                        || name.substring(0, name.lastIndexOf('.')).equals(music))
                .findFirst()
                .map(folder::resolve)
                .orElseThrow(() -> new Failure.Validation(
                        "UNKNOWN_MUSIC",
                        "music '" + music + "' is neither a mood nor a file in " + folder + "; use one of "
                                + String.join(", ", names())));
    }

    private List<String> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException | InvalidPathException e) {
            throw new Failure.Resource("CANNOT_READ", "the music folder cannot be read: " + folder, e);
        }
    }

    private void fit(String owner, Path own, double seconds, Path file) throws IOException {
        if (!ffmpeg.probe(own).hasAudio()) {
            throw unusable("it has no sound");
        }
        ffmpeg.run(fitting(owner, own, seconds, file), ProgressListener.NONE);
        try (WavReader wav = new WavReader(file)) {
            if (wav.frames() < Math.round(seconds * WavWriter.RATE)) {
                throw unusable("it cannot be decoded to its end");
            }
        }
        if (LoudnessMeter.of(file) < INAUDIBLE_LUFS) {
            throw unusable("it is silent");
        }
    }

    static FfmpegCommand fitting(String owner, Path own, double seconds, Path file) {
        String graph = "silenceremove=start_periods=1:start_threshold=-50dB,aresample=48000,"
                + "aformat=sample_fmts=s16:channel_layouts=stereo,"
                + "atrim=end_sample=" + Math.round(seconds * WavWriter.RATE) + ",afade=t=in:d=0.05,"
                + String.format(
                        Locale.ROOT, "afade=t=out:st=%.3f:d=%.1f", Math.max(0, seconds - FADE_SECONDS), FADE_SECONDS);
        return new FfmpegCommand(
                owner,
                "music",
                List.of(
                        "-stream_loop",
                        "-1",
                        "-i",
                        "file:" + own,
                        "-vn",
                        "-map",
                        "0:a:0",
                        "-af",
                        graph,
                        "-fflags",
                        "+bitexact",
                        "-map_metadata",
                        "-1",
                        "-f",
                        "wav",
                        "file:" + file),
                Duration.ofSeconds(60 + Math.round(seconds)),
                0);
    }

    private static Failure unusable(String reason) {
        return new Failure.Validation("UNREADABLE_MEDIA", reason);
    }

    private static String firstLine(Failure e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
