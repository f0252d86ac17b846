package dev.viralvideo.video.caption;

import java.util.List;

/**
 * One subtitle.
 *
 * @param from milliseconds from the start of the video
 * @param to   exclusive; never after the next cue's start
 */
record Cue(long from, long to, List<String> lines) {
    Cue {
        lines = List.copyOf(lines);
    }
}
