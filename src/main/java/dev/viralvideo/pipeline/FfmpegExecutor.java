package dev.viralvideo.pipeline;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.ProgressListener;
import org.apache.camel.component.exec.ExecCommand;
import org.apache.camel.component.exec.ExecCommandExecutor;
import org.apache.camel.component.exec.ExecResult;

/** Runs the exec component's calls by {@link Ffmpeg}, which kills whole process trees and fails loudly. */
public final class FfmpegExecutor implements ExecCommandExecutor {
    private final Ffmpeg ffmpeg;
    private final ProgressListener progress;

    public FfmpegExecutor(Ffmpeg ffmpeg, ProgressListener progress) {
        this.ffmpeg = ffmpeg;
        this.progress = progress;
    }

    @Override
    public ExecResult execute(ExecCommand command) {
        if (command instanceof FfmpegExecCommand call) {
            return new FfmpegExecResult(call, ffmpeg.run(call.command(), progress));
        }
        throw new Failure.Internal("only FFmpeg may be run, not " + command.getExecutable(), null);
    }
}
