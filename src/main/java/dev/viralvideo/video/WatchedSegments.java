package dev.viralvideo.video;

import dev.viralvideo.video.quality.PictureRuns;
import java.util.List;
import java.util.Optional;

/** What was seen of a video's picture while its segments were encoded. */
public final class WatchedSegments {
    private WatchedSegments() {}

    /** For the whole video; empty when it is not known of every segment. */
    public static Optional<PictureRuns> of(Timeline timeline, RenderPlan render) {
        PictureRuns all = new PictureRuns(List.of(), List.of());
        long frames = 0;
        for (int i = 0; i < render.segments().size(); i++) {
            Optional<String> messages = render.segments().get(i).messages();
            if (messages.isEmpty()) {
                return Optional.empty();
            }
            int own = timeline.framesRendered(i);
            PictureRuns segment = PictureRuns.read(messages.get(), (double) own / timeline.fps());
            all = all.then((double) frames / timeline.fps(), segment);
            frames += own;
        }
        return Optional.of(all);
    }
}
