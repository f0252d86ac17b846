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
import java.util.Optional;

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
            publish(ffmpeg.run(command, listener).messages());
        } catch (RuntimeException e) {
            discard();
            throw e;
        }
    }

    public boolean done() {
        return Files.isRegularFile(output);
    }

    /** @param messages what the call said; kept beside the result, and there before it */
    public void publish(String messages) {
        try {
            Files.writeString(log(), messages);
            Files.move(partial, output, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure.Resource(
                    "FILE_ACCESS",
                    output + " cannot be written: " + IoReason.of(e) + "; check the space and rights there",
                    e);
        }
    }

    /** What the call said while it made the result; empty when that was not kept. */
    Optional<String> messages() {
        try {
            return Optional.of(Files.readString(log()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path log() {
        return output.resolveSibling(output.getFileName() + ".log");
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
