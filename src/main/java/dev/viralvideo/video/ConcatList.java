package dev.viralvideo.video;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The list files of FFmpeg's concat demuxer. */
final class ConcatList {
    private static final String HEAD = "ffconcat version 1.0";
    private static final Pattern FILE = Pattern.compile("file '?([^']+?)'?");

    private ConcatList() {}

    /** The text of a list; the names are our own and are resolved beside the list. */
    static String of(List<Path> files) {
        return files.stream()
                .map(file -> "file '" + file.getFileName().toString().replace("'", "'\\''") + "'\n")
                .collect(Collectors.joining("", HEAD + "\n", ""));
    }

    /** The files that a list names, each once; none when the file is no list. */
    static List<Path> read(Path list) {
        try {
            if (!isList(list)) {
                return List.of();
            }
            return Files.readAllLines(list).stream()
                    .map(line -> FILE.matcher(line.strip()))
                    .filter(Matcher::matches)
                    .map(line -> list.resolveSibling(line.group(1)))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new Failure.Resource("FILE_ACCESS", list + " cannot be read: " + IoReason.of(e), e);
        }
    }

    private static boolean isList(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD.length()), StandardCharsets.UTF_8).equals(HEAD);
        }
    }
}
