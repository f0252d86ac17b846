package dev.viralvideo.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The full argument list of a call: the program, what every call gets, and the command's own. */
final class CommandLine {
    private CommandLine() {}

    static List<String> of(Path program, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(program.toString(), "-nostdin", "-hide_banner", "-nostats", "-y"));
        if (!arguments.contains("-v") && !arguments.contains("-loglevel")) {
            line.addAll(List.of("-v", "error"));
        }
        line.addAll(List.of("-progress", "pipe:1", "-stats_period", "0.25"));
        for (String argument : arguments) {
            if (argument.equals("-i")) {
                // an input option, hence before each input: a playlist must not make us fetch addresses
                line.addAll(List.of("-protocol_whitelist", "file,pipe"));
            }
            line.add(argument);
        }
        return line;
    }
}
