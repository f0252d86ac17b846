package dev.viralvideo.video.quality;

import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.MediaInfo;
import dev.viralvideo.ffmpeg.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Decodes a finished file once, from end to end, and measures everything on the way. */
public final class MeasuringPass {
    /** Seen on a small picture: it is a tenth of the work, and what is black or frozen is so at any size. */
    private static final String VIDEO = "[0:v:0]scale=w=270:h=-2:flags=fast_bilinear,"
            // nominal black is 16; a dark night sky is not black
            + "blackdetect=black_min_duration=0.1:picture_black_ratio_th=0.98:pixel_black_th=0.04,"
            // compares with the first frame of a stretch, so that even a slow drift adds up
            + "freezedetect=noise=0.0002:duration=0.5[v]";

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

    /** The pass as a call; its messages are read by {@link MeasuringLog}. */
    public FfmpegCommand command(String owner, Path file, MediaInfo info) {
        boolean sound = info.hasAudio();
        // the last line of -stats has the number of frames; more often than once a minute would only be noise
        List<String> start = List.of("-v", "level+info", "-stats", "-stats_period", "60");
        List<String> arguments = new ArrayList<>(start);
        arguments.addAll(List.of("-threads", Integer.toString(2 * threads), "-i", "file:" + file.toAbsolutePath()));
        arguments.addAll(List.of("-filter_complex", sound ? VIDEO + ";" + AUDIO : VIDEO, "-map", "[v]"));
        if (sound) {
            arguments.addAll(List.of("-map", "[a]"));
        }
        arguments.addAll(List.of("-fps_mode", "passthrough", "-f", "null", "-"));
        return new FfmpegCommand(owner, "measure", arguments, TIMEOUT, info.frames() == null ? 0 : info.frames());
    }
}
