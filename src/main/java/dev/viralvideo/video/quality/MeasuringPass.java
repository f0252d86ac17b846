package dev.viralvideo.video.quality;

import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.MediaInfo;
import dev.viralvideo.ffmpeg.ProgressListener;
import dev.viralvideo.video.filter.FilterChain;
import dev.viralvideo.video.filter.FilterGraph;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures a finished file. Where its picture was watched while it was encoded, a spot check is enough: decoding all of
 * it once more takes a third of the time that encoding it takes.
 */
public final class MeasuringPass {
    private static final String AUDIO =
            "[0:a:0]ebur128=peak=true:framelog=verbose,silencedetect=noise=-50dB:duration=0.3[a]";

    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private final Ffmpeg ffmpeg;
    private final int threads;

    /** @param threads for decoding, each with another that waits its turn: frames depend on the ones before them */
    public MeasuringPass(Ffmpeg ffmpeg, int threads) {
        this.ffmpeg = ffmpeg;
        this.threads = threads;
    }

    /** @throws dev.viralvideo.failure.Failure UNREADABLE_MEDIA or FFMPEG_FAILED when it cannot be decoded at all */
    public Measurements of(String owner, Path file, ProgressListener listener) {
        MediaInfo info = ffmpeg.probe(file);
        String messages = ffmpeg.run(command(owner, file, info), listener).messages();
        return MeasuringLog.read(messages, info);
    }

    /** The whole pass as a call: decodes everything. Its messages are read by {@link MeasuringLog}. */
    public FfmpegCommand command(String owner, Path file, MediaInfo info) {
        List<String> arguments = start(2 * threads, List.of(), file);
        String picture = new FilterGraph(
                        List.of(new FilterChain(List.of("0:v:0"), PictureDetectors.logged(), List.of("v"))))
                .toString();
        arguments.addAll(List.of("-filter_complex", info.hasAudio() ? picture + ";" + AUDIO : picture, "-map", "[v]"));
        if (info.hasAudio()) {
            arguments.addAll(List.of("-map", "[a]"));
        }
        arguments.addAll(List.of("-fps_mode", "passthrough", "-f", "null", "-"));
        return call(owner, arguments, info);
    }

    /**
     * Reads all of the file, counts its frames, and decodes the key frames and all of the sound; says nothing of what
     * is black or frozen. Its messages are read by {@link MeasuringLog}.
     */
    public FfmpegCommand spotCheck(String owner, Path file, MediaInfo info) {
        List<String> arguments = start(threads, List.of("-skip_frame", "nokey"), file);
        if (info.hasAudio()) {
            arguments.addAll(List.of("-filter_complex", AUDIO));
        }
        // the frames of the first output are the ones that are counted
        arguments.addAll(List.of("-map", "0:v:0", "-c", "copy", "-f", "null", "-"));
        arguments.addAll(List.of("-map", "0:v:0", "-fps_mode", "passthrough", "-f", "null", "-"));
        if (info.hasAudio()) {
            arguments.addAll(List.of("-map", "[a]", "-f", "null", "-"));
        }
        return call(owner, arguments, info);
    }

    private static List<String> start(int threads, List<String> options, Path file) {
        // the last line of -stats has the number of frames; more often than once a minute would only be noise
        List<String> arguments = new ArrayList<>(List.of("-v", "level+info", "-stats", "-stats_period", "60"));
        arguments.addAll(List.of("-threads", Integer.toString(threads)));
        arguments.addAll(options);
        arguments.addAll(List.of("-i", "file:" + file.toAbsolutePath()));
        return arguments;
    }

    private static FfmpegCommand call(String owner, List<String> arguments, MediaInfo info) {
        return new FfmpegCommand(owner, "measure", arguments, TIMEOUT, info.frames() == null ? 0 : info.frames());
    }
}
