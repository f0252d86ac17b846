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

    /** How long a shot's picture is seen, the part under the next shot's transition included. */
    public int framesSeen(int position) {
        int next = position + 1;
        return shots.get(position).frames()
                + (next < shots.size() ? shots.get(next).transitionFrames() : 0);
    }
}
