package dev.viralvideo.video;

import dev.viralvideo.media.Clip;
import dev.viralvideo.script.Palette;
import java.util.List;

/**
 * One segment's picture on the timeline.
 *
 * @param startFrame       on the video's frame grid
 * @param frames           how many frames the segment lasts, its transition included
 * @param transition       from the shot before; a cut for the first
 * @param transitionFrames how many of the first frames the transition takes, 0 for a cut
 * @param overlays         drawn over the picture, bottom first
 */
public record Shot(
        int index,
        int startFrame,
        int frames,
        Clip clip,
        SourceFormat format,
        Transition transition,
        int transitionFrames,
        List<Overlay> overlays,
        CameraMove camera,
        Palette palette) {
    public Shot {
        overlays = List.copyOf(overlays);
        if (frames < 1 || transitionFrames < 0 || transitionFrames >= frames) {
            throw new IllegalArgumentException(
                    "segment " + index + " has " + frames + " frames and a transition of " + transitionFrames);
        }
    }
}
