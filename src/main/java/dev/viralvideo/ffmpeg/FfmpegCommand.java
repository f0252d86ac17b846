package dev.viralvideo.ffmpeg;

import java.time.Duration;
import java.util.List;

/**
 * One call of FFmpeg as data: an argument list, never a command line.
 *
 * @param owner      on whose behalf (a project id): what {@link Ffmpeg#cancel} stops and progress is told for
 * @param label      what it does, for progress, logs and errors ("segment 3", "mix")
 * @param arguments  without the program and without the options that every call gets (see {@link Ffmpeg})
 * @param timeout    after which the whole process tree is killed
 * @param frames     how many frames will be written, 0 when unknown: only for progress
 */
public record FfmpegCommand(String owner, String label, List<String> arguments, Duration timeout, long frames) {
    public FfmpegCommand {
        arguments = List.copyOf(arguments);
    }

    FfmpegCommand within(Duration limit) {
        return timeout.compareTo(limit) <= 0 ? this : new FfmpegCommand(owner, label, arguments, limit, frames);
    }
}
