package dev.viralvideo.ffmpeg;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.viralvideo.failure.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The FFmpeg programs; every call is an argument list with a timeout that ends the whole process tree. */
public final class Ffmpeg {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration QUICK = Duration.ofSeconds(30);

    private static final int REMEMBERED = 10_000;

    private final Programs programs;
    private final Calls calls;
    private final Cache<FileState, MediaInfo> probed;
    private final Duration longest;

    private Ffmpeg(Programs programs, Calls calls, Cache<FileState, MediaInfo> probed, Duration longest) {
        this.programs = programs;
        this.calls = calls;
        this.probed = probed;
        this.longest = longest;
    }

    /** The bundled programs, unpacked once into this folder. */
    public static Ffmpeg embedded(Path cacheFolder) {
        return of(new EmbeddedFfmpeg(Platform.current()).unpack(cacheFolder));
    }

    /** Installed programs; plain names are looked for on the PATH. */
    public static Ffmpeg at(Path ffmpeg, Path ffprobe) {
        return of(new Programs(ffmpeg, ffprobe, List.of(), ffmpeg.toString()));
    }

    private static Ffmpeg of(Programs programs) {
        Cache<FileState, MediaInfo> probed =
                Caffeine.newBuilder().maximumSize(REMEMBERED).build();
        return new Ffmpeg(programs, new Calls(), probed, LONGEST);
    }

    /** The same programs, with a limit for every call beside the call's own. */
    public Ffmpeg atMost(Duration limit) {
        return new Ffmpeg(programs, calls, probed, limit);
    }

    /**
     * Runs one call to its end.
     *
     * <p>Added by itself: {@code -nostdin -hide_banner -v error} (unless the command sets a level), {@code -progress},
     * {@code -y}, and before every input {@code -protocol_whitelist file,pipe}.
     *
     * @throws Failure FFMPEG_FAILED, FFMPEG_TIMEOUT, DISK_FULL, OUT_OF_MEMORY, FILE_ACCESS, CANCELLED
     */
    public FfmpegResult run(FfmpegCommand command, ProgressListener listener) {
        long start = System.nanoTime();
        Progress progress = new Progress(command, listener);
        List<String> line = CommandLine.of(programs.ffmpeg(), command.arguments());
        FfmpegCommand limited = command.within(longest);
        String messages = calls.run(limited, () -> ChildProcess.start(programs.environment(), line, progress::readAll));
        OutputCheck.written(command);
        return new FfmpegResult(messages, (System.nanoTime() - start) / 1e9);
    }

    /**
     * Looks into a media file; its first pictures are decoded, so that a file that only looks like media is found out.
     * What was found is remembered for as long as the file stays as it is.
     *
     * @throws Failure.Validation UNREADABLE_MEDIA
     */
    public MediaInfo probe(Path file) {
        return probed.get(FileState.of(file), state -> new Probe(programs, QUICK).of(file));
    }

    /** Ends every running call of this owner; their callers get a failure with code CANCELLED. */
    public void cancel(String owner) {
        calls.cancel(owner);
    }

    /** How many calls run now. */
    public int running() {
        return calls.running();
    }

    /** For example {@code 8.0.1}. */
    public String version() {
        ProgramRun.Outcome outcome =
                ProgramRun.of(programs.environment(), List.of(programs.ffmpeg().toString(), "-version"), QUICK);
        String[] words = outcome.output().split("\\s+", 4);
        if (outcome.exit() != 0 || words.length < 4 || !words[1].equals("version")) {
            throw new Failure.Configuration(
                    "FFMPEG_NOT_RUNNABLE",
                    programs.ffmpeg() + " does not answer as FFmpeg does: " + Messages.lastUseful(outcome.errors())
                            + "; check vvg.ffmpeg");
        }
        return words[2];
    }

    /** Where the programs come from: {@code embedded 8.0.1-1.5.13}, or the path of the program. */
    public String source() {
        return programs.source();
    }
}
