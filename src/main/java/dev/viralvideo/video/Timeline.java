package dev.viralvideo.video;

import java.util.List;

/** The whole video as plain data: what is seen when. The shots follow each other without a gap. */
public record Timeline(int width, int height, int fps, List<Shot> shots) {
    public Timeline {
        shots = List.copyOf(shots);
        if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("the frame must have even sides, is " + width + "×" + height);
        }
        int frame = 0;
        for (Shot shot : shots) {
            if (shot.startFrame() != frame) {
                throw new IllegalArgumentException(
                        "segment " + shot.index() + " starts at frame " + shot.startFrame() + ", not at " + frame);
            }
            frame += shot.frames();
        }
    }

    public int frames() {
        return shots.stream().mapToInt(Shot::frames).sum();
    }

    public double seconds() {
        return (double) frames() / fps;
    }

    /** How many frames the transition to the next shot takes; 0 for a cut, and at the end. */
    public int transitionAfter(int position) {
        return position + 1 < shots.size() ? shots.get(position + 1).transitionFrames() : 0;
    }

    /** How long a shot's picture is seen, the part under the next shot's transition included. */
    public int framesSeen(int position) {
        return shots.get(position).frames() + transitionAfter(position);
    }

    /** The frames of a shot's own file: from the end of the transition to it to the end of the one from it. */
    public int framesRendered(int position) {
        return framesSeen(position) - shots.get(position).transitionFrames();
    }
}
