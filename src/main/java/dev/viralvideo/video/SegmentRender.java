package dev.viralvideo.video;

import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.video.filter.Filter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One segment as one call of FFmpeg: the shot's own picture, the transition to the next one, the overlays on top. It puts
 * out exactly its frames, so that the segments only have to be strung together.
 *
 * <p>A transition belongs to the file of the shot that leaves: the picture that is on decodes on, and the coming clip is
 * opened near its start. The other way round the leaving clip would have to be decoded a second time, all of it where
 * it has one key frame.
 */
public final class SegmentRender {
    /** Far more than it can need: a worker that hangs is found out, a slow machine is not punished. */
    private static final Duration AT_LEAST = Duration.ofMinutes(5);

    private static final int SECONDS_A_FRAME = 2;

    /** The cores have other segments to work on; and what slices a picture is cut into must not show in its pixels. */
    private static final List<String> ONE_FILTER_THREAD =
            List.of("-filter_complex_threads", "1", "-filter_threads", "1");

    private final EncoderSettings encoder;

    public SegmentRender(EncoderSettings encoder) {
        this.encoder = encoder;
    }

    /** @param owner the project, for cancelling and progress */
    public FfmpegCommand command(String owner, Timeline timeline, int position, Path output) {
        int frames = timeline.framesRendered(position);
        GraphDraft draft = draft(timeline, position);
        List<String> arguments = new ArrayList<>(ONE_FILTER_THREAD);
        arguments.addAll(draft.inputs());
        arguments.addAll(List.of("-filter_complex", draft.graph().toString()));
        arguments.addAll(List.of("-map", "[out]", "-an", "-frames:v", Integer.toString(frames)));
        arguments.addAll(encoder.arguments(timeline.fps()));
        arguments.add("file:" + output);
        return new FfmpegCommand(owner, "segment " + (position + 1), arguments, timeout(frames), frames);
    }

    /** The files that the segment is made from. */
    List<String> files(Timeline timeline, int position) {
        return draft(timeline, position).files();
    }

    private GraphDraft draft(Timeline timeline, int position) {
        GraphDraft draft = new GraphDraft(timeline.width(), timeline.height(), timeline.fps());
        Shot shot = timeline.shots().get(position);
        int leaving = timeline.transitionAfter(position);
        Stretch own = new Stretch(
                shot.transitionFrames(), shot.frames() - shot.transitionFrames(), timeline.framesSeen(position));
        if (leaving == 0) {
            draft.finishWatched(overlaid(draft, ShotPicture.draw(draft, shot, own), shot, own));
            return draft;
        }
        Parts parts = Parts.of(draft, shot, own, leaving);
        Shot next = timeline.shots().get(position + 1);
        Stretch coming = new Stretch(0, leaving, timeline.framesSeen(position + 1));
        String mixed = TransitionBlend.blend(
                draft, parts.leaving(), ShotPicture.draw(draft, next, coming), next.transition(), leaving);
        String joined = draft.chain(
                List.of(overlaid(draft, parts.alone(), shot, own), overlaid(draft, mixed, next, coming)),
                List.of(Filter.of("concat").with("n", 2).with("v", 1).with("a", 0), Cut.steady(timeline.fps())));
        draft.finishWatched(joined);
        return draft;
    }

    /** A shot's picture up to the transition from it, and under that. */
    private record Parts(String alone, String leaving) {
        static Parts of(GraphDraft draft, Shot shot, Stretch own, int frames) {
            return switch (shot.clip().kind()) {
                case VIDEO -> cut(draft, ShotPicture.draw(draft, shot, own.longer(frames)), own.frames());
                case STILL -> {
                    List<String> copies = draft.split(StillPicture.prepared(draft, shot), 2);
                    yield held(
                            draft,
                            StillPicture.moving(draft, shot, copies.get(0), own),
                            StillPicture.moving(draft, shot, copies.get(1), own.after(frames)),
                            own.frames());
                }
                case BACKDROP ->
                    held(
                            draft,
                            ShotPicture.draw(draft, shot, own),
                            ShotPicture.draw(draft, shot, own.after(frames)),
                            own.frames());
            };
        }

        private static Parts cut(GraphDraft draft, String picture, int frames) {
            List<String> copies = draft.split(picture, 2);
            return new Parts(
                    draft.chain(List.of(copies.get(0)), List.of(Cut.until(frames), Cut.square())),
                    draft.chain(List.of(copies.get(1)), List.of(Cut.from(frames), Cut.fromZero(), Cut.square())));
        }

        /**
         * Drawn for each: a picture that is only held gives as many frames as are asked for, and the transition, which
         * asks for its own, would have all those before it made at once and kept in memory.
         */
        private static Parts held(GraphDraft draft, String alone, String leaving, int frames) {
            return new Parts(draft.chain(List.of(alone), List.of(Cut.until(frames), Cut.square())), leaving);
        }
    }

    /** Cut to its length afterwards: {@code overlay} goes on for as long as what it lays over. */
    private static String overlaid(GraphDraft draft, String picture, Shot shot, Stretch stretch) {
        String all = picture;
        for (Overlay overlay : shot.overlays()) {
            all = OverlayPicture.over(draft, all, overlay, stretch);
        }
        return all.equals(picture) ? picture : draft.chain(List.of(all), List.of(Cut.until(stretch.frames())));
    }

    static Duration timeout(int frames) {
        return AT_LEAST.plusSeconds((long) frames * SECONDS_A_FRAME);
    }
}
