package dev.viralvideo.pipeline;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import org.apache.camel.Exchange;
import org.apache.camel.component.exec.ExecBinding;
import org.apache.camel.component.exec.ExecCommand;
import org.apache.camel.component.exec.ExecEndpoint;
import org.apache.camel.component.exec.ExecResult;

/**
 * Makes an exec call from an {@link FfmpegCommand} body and from nothing else. Camel's own binding lets message
 * headers name the program and its arguments; this one never reads a header, so none that slips in can do so.
 */
public final class FfmpegBinding implements ExecBinding {
    @Override
    public ExecCommand readInput(Exchange exchange, ExecEndpoint endpoint) {
        if (exchange.getMessage().getBody() instanceof FfmpegCommand command) {
            return new FfmpegExecCommand(command);
        }
        throw new Failure.Internal("the body of an FFmpeg call must be an FfmpegCommand", null);
    }

    @Override
    public void writeOutput(Exchange exchange, ExecResult result) {
        exchange.getMessage().setBody(((FfmpegExecResult) result).result());
    }
}
