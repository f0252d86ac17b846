package dev.viralvideo.video;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.audio.AudioTracks.NarratedSegment;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.media.Clip;
import dev.viralvideo.media.MediaAssets;
import dev.viralvideo.script.Palette;
import java.util.ArrayList;
import java.util.List;

/** Puts the other stages' results together to a timeline, on the frame grid. */
public final class Editor {
    private static final int FPS = 30;

    /**
     * What the pictures are cut to.
     *
     * @param transitionSeconds 0 for cuts; shortened where a segment is too short for it
     */
    public record Look(
            int width, int height, Transition transition, double transitionSeconds, Palette palette, long seed) {}

    private Editor() {}

    /**
     * @param formats  of the clips, in order
     * @param overlays for each segment, bottom first
     */
    public static Timeline timeline(
            AudioTracks audio, MediaAssets media, List<SourceFormat> formats, List<List<Overlay>> overlays, Look look) {
        List<NarratedSegment> segments = audio.segments();
        if (segments.isEmpty()
                || media.clips().size() != segments.size()
                || formats.size() != segments.size()
                || overlays.size() != segments.size()) {
            throw new Failure.Processing(
                    "TIMELINE_MISMATCH",
                    false,
                    "there are " + segments.size() + " narrated segments, "
                            + media.clips().size() + " clips and " + overlays.size()
                            + " sets of overlays; retry the project from the script stage");
        }
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            Shot before = i == 0 ? null : shots.get(i - 1);
            shots.add(shot(segments.get(i), i, before, media.clips().get(i), formats.get(i), overlays.get(i), look));
        }
        return new Timeline(look.width(), look.height(), FPS, shots);
    }

    private static Shot shot(
            NarratedSegment segment,
            int index,
            Shot before,
            Clip clip,
            SourceFormat format,
            List<Overlay> overlays,
            Look look) {
        int start = before == null ? 0 : before.startFrame() + before.frames();
        int frames = Math.max(1, frame(segment.end()) - start);
        int transition = before == null || look.transition().isCut()
                ? 0
                : Math.min(frame(look.transitionSeconds()), Math.min(frames, before.frames()) / 2);
        return new Shot(
                index,
                start,
                frames,
                clip,
                format,
                look.transition(),
                transition,
                overlays,
                CameraMoves.of(look.seed(), index),
                look.palette());
    }

    private static int frame(double seconds) {
        return (int) Math.round(seconds * FPS);
    }
}
