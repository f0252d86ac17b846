package dev.viralvideo.video;

import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.media.Clip;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The frame that the thumbnail is drawn on: a typical one of the best shot, without captions. */
public final class ThumbnailFrame {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int CANDIDATES = 24;

    private ThumbnailFrame() {}

    /** Whether it shows one of our own backdrops. */
    public static boolean isBackdrop(Timeline timeline) {
        return best(timeline).clip().kind() == Clip.Kind.BACKDROP;
    }

    /** @param output a PNG */
    static FfmpegCommand command(String owner, Timeline timeline, Path output) {
        GraphDraft draft = draft(timeline);
        List<String> arguments = new ArrayList<>(draft.inputs());
        arguments.addAll(List.of("-filter_complex", draft.graph() + ";[out]thumbnail=n=" + CANDIDATES + "[best]"));
        arguments.addAll(List.of("-map", "[best]", "-frames:v", "1", "-update", "1"));
        arguments.addAll(List.of("-c:v", "png", "-f", "image2", "file:" + output));
        return new FfmpegCommand(owner, "thumbnail", arguments, TIMEOUT, 1);
    }

    /** The files that it is made from. */
    static List<String> files(Timeline timeline) {
        return draft(timeline).files();
    }

    private static GraphDraft draft(Timeline timeline) {
        Shot shot = best(timeline);
        int seen = timeline.framesSeen(timeline.shots().indexOf(shot));
        GraphDraft draft = new GraphDraft(timeline.width(), timeline.height(), timeline.fps());
        draft.finish(ShotPicture.draw(draft, shot, new Stretch(seen / 3, CANDIDATES, seen)));
        return draft;
    }

    /** The opening, unless only a later shot has a real picture. */
    private static Shot best(Timeline timeline) {
        return timeline.shots().stream()
                .filter(shot -> shot.clip().kind() != Clip.Kind.BACKDROP)
                .findFirst()
                .orElse(timeline.shots().get(0));
    }
}
