package dev.viralvideo.video;

/**
 * Which part of a shot's picture is wanted.
 *
 * @param first  first frame, counted from the shot's start
 * @param frames how many
 * @param seen   how many frames the whole shot is seen, so that movements know where they end
 */
record Stretch(int first, int frames, int seen) {
    Stretch longer(int more) {
        return new Stretch(first, frames + more, seen);
    }

    /** What follows it. */
    Stretch after(int more) {
        return new Stretch(first + frames, more, seen);
    }
}
