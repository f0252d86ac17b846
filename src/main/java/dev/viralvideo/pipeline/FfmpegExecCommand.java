package dev.viralvideo.pipeline;

import dev.viralvideo.ffmpeg.FfmpegCommand;
import java.util.Set;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.exec.ExecCommand;

/** An {@link FfmpegCommand} in the shape of the exec component; which program it is stays the executor's choice. */
final class FfmpegExecCommand extends ExecCommand {
    private final transient FfmpegCommand command;

    FfmpegExecCommand(FfmpegCommand command) {
        super(
                "ffmpeg",
                command.arguments(),
                null,
                command.timeout().toMillis(),
                Set.of(),
                null,
                null,
                false,
                LoggingLevel.DEBUG);
        this.command = command;
    }

    FfmpegCommand command() {
        return command;
    }
}
