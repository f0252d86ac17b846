package dev.viralvideo.pipeline;

import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.project.Stage;
import dev.viralvideo.script.Script;
import dev.viralvideo.script.Segment;
import java.util.List;

/** What picture each segment of a script needs. */
public final class ShotList {
    private final double wordsPerSecond;
    private final ProgressBoard progress;

    public ShotList(double wordsPerSecond, ProgressBoard progress) {
        this.wordsPerSecond = wordsPerSecond;
        this.progress = progress;
    }

    public List<ShotNeed> of(Order order) {
        Script script = order.script();
        progress.expect(order.projectId(), Stage.MEDIA, script.segments().size());
        return script.segments().stream().map(segment -> need(order, segment)).toList();
    }

    private ShotNeed need(Order order, Segment segment) {
        return new ShotNeed(
                order.projectId(),
                segment.index(),
                segment.kind(),
                segment.searchTerms(),
                segment.onScreen(),
                // spoken length, the pause and the transition into the next shot
                segment.narration().split("\\s+").length / wordsPerSecond
                        + order.template().pacing().gap()
                        + order.template().pacing().transition(),
                order.aspect(),
                segment.media() == null ? order.request().media() : segment.media(),
                order.palette().colours(),
                order.seed(),
                order.template().motion());
    }
}
