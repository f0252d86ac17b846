package dev.viralvideo.video.caption;

/** The video's frames: 30 a second. */
final class FrameGrid {
    static final int RATE = 30;

    private FrameGrid() {}

    static int frame(double seconds) {
        return Double.isFinite(seconds) ? (int) Math.round(Math.max(0, seconds) * RATE) : 0;
    }
}
