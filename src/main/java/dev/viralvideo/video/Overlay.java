package dev.viralvideo.video;

/**
 * Something drawn over the picture of one segment (captions, a title card). Times are seconds from the segment's
 * start; x and y are pixels of the output frame.
 *
 * @param file     claim check: a PNG with alpha, or for a sequence an ffconcat list of equally sized PNGs that covers
 *                 the segment from 0
 * @param entrance how it comes and goes; only for a single picture
 */
public record Overlay(
        String file, boolean sequence, int x, int y, int width, int height, double from, double to, Entrance entrance) {
    public enum Entrance {
        /** Is simply there. */
        NONE,
        /** Is there from its first frame, fades out. */
        STAND,
        /** Fades in while it rises a little, fades out. */
        RISE,
        /** Slides in from the left with easing, fades out. */
        SLIDE
    }
}
