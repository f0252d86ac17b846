package dev.viralvideo.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells a still's demuxer by its first bytes. Left to itself FFmpeg takes a still whose name holds {@code %d} or
 * {@code *} for a pattern of many files.
 */
public final class PictureFormat {
    private static final int HEAD = 64;

    private PictureFormat() {}

    /** The arguments that make any media file an input, whatever its name is. */
    public static List<String> input(Path file) {
        List<String> arguments = new ArrayList<>();
        of(file).ifPresent(demuxer -> arguments.addAll(List.of("-f", demuxer)));
        // the prefix keeps a name such as "-y" or "a:b" a name
        arguments.addAll(List.of("-i", "file:" + file));
        return arguments;
    }

    public static Optional<String> of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return demuxer(new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> demuxer(String head) {
        if (head.startsWith("\u0089PNG")) {
            return Optional.of(head.contains("acTL") ? "apng" : "png_pipe");
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("jpeg_pipe");
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return Optional.of("webp_pipe");
        }
        if (head.startsWith("GIF8")) {
            return Optional.of("gif");
        }
        return head.startsWith("BM") ? Optional.of("bmp_pipe") : Optional.empty();
    }
}
