package dev.viralvideo.video;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plans the rendering of a timeline in a work folder. */
public final class RenderPlanner {
    private static final int HASH_LENGTH = 16;
    private static final String MP4 = ".mp4";
    private static final String PNG = ".png";

    private final EncoderSettings encoder;

    public RenderPlanner(EncoderSettings encoder) {
        this.encoder = encoder;
    }

    /**
     * @param owner  the project
     * @param audio  the finished mix, copied as it is
     * @param title  goes into the file's metadata
     * @param folder for the segments and the joined file; made if need be. Unfinished files have names of their own
     *     there: FFmpeg of a worker that stood still and lost its claim may go on writing into them
     */
    public RenderPlan plan(String owner, Timeline timeline, Path audio, String title, Path folder) {
        make(folder);
        Place place = new Place(folder, Long.toString(System.nanoTime(), 36));
        SegmentRender render = new SegmentRender(encoder);
        List<RenderStep> segments = new ArrayList<>();
        for (int i = 0; i < timeline.shots().size(); i++) {
            segments.add(segment(render, owner, timeline, i, place));
        }
        return new RenderPlan(
                segments, thumbnail(owner, timeline, place), join(owner, timeline, segments, audio, title, place));
    }

    private record Place(Path folder, String attempt) {
        Path partial(String name, String ending) {
            return folder.resolve(name + "." + attempt + ".part" + ending);
        }

        Path whole(String name, String ending) {
            return folder.resolve(name + ending);
        }
    }

    private RenderStep segment(SegmentRender render, String owner, Timeline timeline, int position, Place place) {
        List<String> plain =
                render.command("", timeline, position, Path.of("segment.mp4")).arguments();
        String fingerprint = Fingerprint.of(plain, render.files(timeline, position));
        String name = String.format(Locale.ROOT, "segment-%03d-%s", position, fingerprint.substring(0, HASH_LENGTH));
        Path partial = place.partial(name, MP4);
        FfmpegCommand command = render.command(owner, timeline, position, partial);
        return new RenderStep(command, partial, place.whole(name, MP4), fingerprint);
    }

    private RenderStep thumbnail(String owner, Timeline timeline, Place place) {
        List<String> plain =
                ThumbnailFrame.command("", timeline, Path.of("thumbnail.png")).arguments();
        String fingerprint = Fingerprint.of(plain, ThumbnailFrame.files(timeline));
        String name = "thumbnail-" + fingerprint.substring(0, HASH_LENGTH);
        Path partial = place.partial(name, PNG);
        FfmpegCommand command = ThumbnailFrame.command(owner, timeline, partial);
        return new RenderStep(command, partial, place.whole(name, PNG), fingerprint);
    }

    private RenderStep join(
            String owner, Timeline timeline, List<RenderStep> segments, Path audio, String title, Place place) {
        Path list = place.folder().resolve("segments.ffconcat");
        write(list, ConcatList.of(segments.stream().map(RenderStep::output).toList()));
        List<String> parts = new ArrayList<>(List.of(title));
        segments.forEach(segment -> parts.add(segment.fingerprint()));
        String fingerprint = Fingerprint.of(parts, List.of(audio.toString()));
        String name = "video-" + fingerprint.substring(0, HASH_LENGTH);
        Path partial = place.partial(name, MP4);
        FfmpegCommand command = Join.command(owner, list, audio, title, timeline.frames(), partial);
        return new RenderStep(command, partial, place.whole(name, MP4), fingerprint);
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Failure.Resource("FILE_ACCESS", folder + " cannot be made: " + IoReason.of(e), e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Failure.Resource("FILE_ACCESS", file + " cannot be written: " + IoReason.of(e), e);
        }
    }
}
