package dev.viralvideo.video;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * One call of FFmpeg and where its result goes. The command writes {@code partial}; {@link #publish} gives it its
 * final name, so that a file with that name is whole. The name tells all that went in: a finished file may be used
 * again.
 *
 * @param fingerprint SHA-256 of the arguments and inputs
 */
public record RenderStep(FfmpegCommand command, Path partial, Path output, String fingerprint) {
    /** Runs the call unless its result is there already; leaves a whole file or none. */
    public void run(Ffmpeg ffmpeg, ProgressListener listener) {
        if (done()) {
            listener.at(command, command.frames());
            return;
        }
        try {
            ffmpeg.run(command, listener);
        } catch (RuntimeException e) {
            discard();
            throw e;
        }
        publish();
    }

    public boolean done() {
        return Files.isRegularFile(output);
    }

    public void publish() {
        try {
            Files.move(partial, output, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure.Resource(
                    "FILE_ACCESS",
                    output + " cannot be written: " + IoReason.of(e) + "; check the space and rights there",
                    e);
        }
    }

    /** Half a result is of no use to anybody. */
    public void discard() {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            throw new Failure.Resource("FILE_ACCESS", partial + " cannot be removed: " + IoReason.of(e), e);
        }
    }
}
