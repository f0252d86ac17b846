package dev.viralvideo.ffmpeg;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** FFmpeg may end well and have written nothing, for example when a filter swallowed every frame. */
final class OutputCheck {
    private OutputCheck() {}

    /** Looks at the last argument, which is the (last) output, unless it is no single file. */
    static void written(FfmpegCommand command) {
        List<String> arguments = command.arguments();
        if (arguments.isEmpty() || discards(arguments)) {
            return;
        }
        String output = arguments.get(arguments.size() - 1);
        if (output.equals("-") || output.startsWith("pipe:") || output.contains("%")) {
            return;
        }
        if (isEmpty(output.startsWith("file:") ? output.substring(5) : output)) {
            throw new Failure.Processing(
                    "FFMPEG_FAILED", true, command.label() + ": FFmpeg ended well but wrote nothing to " + output);
        }
    }

    private static boolean discards(List<String> arguments) {
        int format = arguments.lastIndexOf("-f");
        return arguments.size() < 3
                || (format >= 0
                        && arguments.size() - 3 == format
                        && arguments.get(format + 1).equals("null"));
    }

    private static boolean isEmpty(String output) {
        try {
            Path file = Path.of(output);
            // a device such as /dev/null has no size and is fine
            return Files.notExists(file) || (Files.isRegularFile(file) && Files.size(file) == 0);
        } catch (InvalidPathException | IOException e) {
            return true;
        }
    }
}
