package dev.viralvideo.pipeline;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.ProgressListener;
import java.util.function.Predicate;
import org.apache.camel.component.exec.ExecCommand;
import org.apache.camel.component.exec.ExecCommandExecutor;
import org.apache.camel.component.exec.ExecResult;

/** Runs the exec component's calls by {@link Ffmpeg}, which kills whole process trees and fails loudly. */
public final class FfmpegExecutor implements ExecCommandExecutor {
    private final Ffmpeg ffmpeg;
    private final ProgressListener progress;
    private final Predicate<String> stopped;

    /** @param stopped whether nothing may be started for a project any more */
    public FfmpegExecutor(Ffmpeg ffmpeg, ProgressListener progress, Predicate<String> stopped) {
        this.ffmpeg = ffmpeg;
        this.progress = progress;
        this.stopped = stopped;
    }

    @Override
    public ExecResult execute(ExecCommand command) {
        if (command instanceof FfmpegExecCommand call) {
            FfmpegCommand wanted = call.command();
            if (stopped.test(wanted.owner())) {
                throw new Failure.Processing("CANCELLED", false, wanted.label() + " was not started: it was cancelled");
            }
            return new FfmpegExecResult(call, ffmpeg.run(wanted, progress));
        }
        throw new Failure.Internal("only FFmpeg may be run, not " + command.getExecutable(), null);
    }
}
