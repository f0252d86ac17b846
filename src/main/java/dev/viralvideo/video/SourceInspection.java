package dev.viralvideo.video;

import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.PictureFormat;
import dev.viralvideo.ffmpeg.ProgressListener;
import dev.viralvideo.media.Clip;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks FFmpeg how a clip's pixels are to be understood (colour, depth, alpha), which the media stage need not know. */
public final class SourceInspection {
    private static final Pattern STREAM =
            Pattern.compile("Stream #0:.*?: Video: .*?, (\\w+)(?:\\(([^)]*)\\))?, (\\d+)x(\\d+)(.*)");
    private static final Pattern RATE = Pattern.compile(", ([0-9.]+)(k?) fps");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Ffmpeg ffmpeg;

    public SourceInspection(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** A backdrop's layers are our own pictures: they need no look. */
    public SourceFormat of(String owner, Clip clip) {
        if (clip.kind() == Clip.Kind.BACKDROP) {
            return SourceFormat.USUAL;
        }
        String demuxer = clip.kind() == Clip.Kind.STILL
                ? PictureFormat.of(Path.of(clip.file())).orElse(null)
                : null;
        String messages = ffmpeg.run(command(owner, clip.file(), demuxer), ProgressListener.NONE)
                .messages();
        return parse(messages, demuxer);
    }

    static FfmpegCommand command(String owner, String file, String demuxer) {
        List<String> arguments = new ArrayList<>(List.of("-v", "info"));
        if (demuxer != null) {
            arguments.addAll(List.of("-f", demuxer));
        }
        arguments.addAll(List.of("-i", "file:" + file, "-map", "0:v:0", "-frames:v", "1", "-f", "null", "-"));
        return new FfmpegCommand(owner, "look into a clip", arguments, TIMEOUT, 1);
    }

    static SourceFormat parse(String messages, String demuxer) {
        Matcher stream = STREAM.matcher(messages);
        if (!stream.find()) {
            return SourceFormat.USUAL;
        }
        String[] colours = colours(stream.group(2) == null ? "" : stream.group(2));
        Matcher rate = RATE.matcher(stream.group(5));
        double framesPerSecond =
                rate.find() ? Double.parseDouble(rate.group(1)) * (rate.group(2).isEmpty() ? 1 : 1000) : 0;
        return new SourceFormat(
                demuxer,
                stream.group(1),
                colours[0],
                colours[2],
                colours[1],
                Integer.parseInt(stream.group(3)),
                Integer.parseInt(stream.group(4)),
                framesPerSecond);
    }

    /** Matrix, primaries and transfer: told as {@code a/b/c}, or as one word when all are the same. */
    private static String[] colours(String details) {
        for (String detail : details.split(", ?")) {
            String[] parts = detail.split("/");
            if (parts.length == 3) {
                return parts;
            }
            if (detail.startsWith("bt") || detail.startsWith("smpte") || detail.startsWith("gbr")) {
                return new String[] {detail, detail, detail};
            }
        }
        return new String[] {"unknown", "unknown", "unknown"};
    }
}
