package dev.viralvideo.pipeline;

import dev.viralvideo.ffmpeg.FfmpegResult;
import java.io.InputStream;
import org.apache.camel.component.exec.ExecCommand;
import org.apache.camel.component.exec.ExecResult;

/** An {@link FfmpegResult} in the shape of the exec component. */
final class FfmpegExecResult extends ExecResult {
    private final transient FfmpegResult result;

    FfmpegExecResult(ExecCommand command, FfmpegResult result) {
        super(command, InputStream.nullInputStream(), InputStream.nullInputStream(), 0);
        this.result = result;
    }

    FfmpegResult result() {
        return result;
    }
}
