package dev.viralvideo.video;

import dev.viralvideo.ffmpeg.FfmpegCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One segment as one call of FFmpeg: the transition out of the shot before, the shot's own picture, the overlays on
 * top. It puts out exactly the segment's frames, so that the segments only have to be strung together.
 */
public final class SegmentRender {
    /** Far more than it can need: a worker that hangs is found out, a slow machine is not punished. */
    private static final Duration AT_LEAST = Duration.ofMinutes(5);

    private static final int SECONDS_A_FRAME = 2;

    private final EncoderSettings encoder;

    public SegmentRender(EncoderSettings encoder) {
        this.encoder = encoder;
    }

    /** @param owner the project, for cancelling and progress */
    public FfmpegCommand command(String owner, Timeline timeline, int position, Path output) {
        Shot shot = timeline.shots().get(position);
        GraphDraft draft = draft(timeline, position);
        List<String> arguments = new ArrayList<>(threads());
        arguments.addAll(draft.inputs());
        arguments.addAll(List.of("-filter_complex", draft.graph().toString()));
        arguments.addAll(List.of("-map", "[out]", "-an", "-frames:v", Integer.toString(shot.frames())));
        arguments.addAll(encoder.arguments(timeline.fps()));
        arguments.add("file:" + output);
        return new FfmpegCommand(owner, "segment " + (position + 1), arguments, timeout(shot.frames()), shot.frames());
    }

    /** The files that the segment is made from. */
    List<String> files(Timeline timeline, int position) {
        return draft(timeline, position).files();
    }

    private GraphDraft draft(Timeline timeline, int position) {
        GraphDraft draft = new GraphDraft(timeline.width(), timeline.height(), timeline.fps(), encoder.threads());
        Shot shot = timeline.shots().get(position);
        String picture = ShotPicture.draw(draft, shot, new Stretch(0, shot.frames(), timeline.framesSeen(position)));
        if (shot.transitionFrames() > 0) {
            Shot before = timeline.shots().get(position - 1);
            String old = ShotPicture.draw(
                    draft,
                    before,
                    new Stretch(before.frames(), shot.transitionFrames(), timeline.framesSeen(position - 1)));
            picture = TransitionBlend.blend(draft, old, picture, shot.transition(), shot.transitionFrames());
        }
        for (Overlay overlay : shot.overlays()) {
            picture = OverlayPicture.over(draft, picture, overlay);
        }
        draft.finish(picture);
        return draft;
    }

    private List<String> threads() {
        String threads = Integer.toString(encoder.threads());
        return List.of("-filter_complex_threads", threads, "-filter_threads", threads);
    }

    static Duration timeout(int frames) {
        return AT_LEAST.plusSeconds((long) frames * SECONDS_A_FRAME);
    }
}
