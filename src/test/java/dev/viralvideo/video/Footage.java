package dev.viralvideo.video;

import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes media for tests with FFmpeg's own sources, and looks at what came out. */
public final class Footage {
    public static final Ffmpeg FFMPEG = Ffmpeg.embedded(Path.of("target", "test-ffmpeg"));

    private Footage() {}

    /** @param arguments all but the output */
    public static Path make(Path output, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("file:" + output);
        run(all);
        return output;
    }

    public static Path video(Path output, String source, double seconds, String... options) {
        List<String> all = new ArrayList<>(List.of("-f", "lavfi", "-i", source, "-t", Double.toString(seconds)));
        all.addAll(List.of("-pix_fmt", "yuv420p", "-preset", "ultrafast"));
        all.addAll(List.of(options));
        return make(output, all.toArray(String[]::new));
    }

    public static Path still(Path output, String source) {
        return make(output, "-f", "lavfi", "-i", source, "-frames:v", "1", "-update", "1");
    }

    public static String run(List<String> arguments) {
        FfmpegCommand command = new FfmpegCommand("test", "test", arguments, Duration.ofMinutes(10), 0);
        return FFMPEG.run(command, ProgressListener.NONE).messages();
    }

    /** The RGB bytes of a frame, scaled to so many pixels. */
    public static int[] colours(Path video, int frame, int width, int height) {
        Path raw = video.resolveSibling("look.rgb");
        run(List.of(
                "-i",
                "file:" + video,
                "-vf",
                "select=eq(n\\," + frame + "),scale=" + width + ":" + height + ":flags=area",
                "-frames:v",
                "1",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "rgb24",
                "file:" + raw));
        byte[] bytes = bytes(raw);
        int[] colours = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            colours[i] = bytes[i] & 0xff;
        }
        return colours;
    }

    /** The mean red, green and blue of a frame. */
    public static int[] mean(Path video, int frame) {
        return colours(video, frame, 1, 1);
    }

    /** A hash of each decoded frame. */
    public static String hashes(Path video) {
        Path hashes = video.resolveSibling("hashes.txt");
        run(List.of("-i", "file:" + video, "-map", "0:v", "-f", "framemd5", "file:" + hashes));
        return new String(bytes(hashes));
    }

    /** How many frames really come out of the decoder, and that it complains of nothing. */
    public static long frames(Path video) {
        String messages = run(List.of(
                "-v",
                "level+info",
                "-stats",
                "-i",
                "file:" + video,
                "-map",
                "0:v",
                "-fps_mode",
                "passthrough",
                "-f",
                "null",
                "-"));
        if (messages.contains("[warning]") || messages.contains("[error]")) {
            throw new AssertionError("does not decode cleanly: " + messages);
        }
        String last = messages.substring(messages.lastIndexOf("frame=") + 6).strip();
        return Long.parseLong(last.split("\\s+")[0]);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
