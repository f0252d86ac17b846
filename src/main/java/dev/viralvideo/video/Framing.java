package dev.viralvideo.video;

import dev.viralvideo.video.filter.Filter;

/** Cuts a picture of any shape to the frame's shape, before it is scaled: nothing is ever letterboxed. */
final class Framing {
    /** Faces and things are more often above the middle than below it. */
    private static final double HEIGHT_OF_INTEREST = 0.4;

    private Framing() {}

    static Filter cover(int width, int height) {
        String shape = Filter.number((double) width / height);
        // sar: the pixels of the source need not be square
        return Filter.of("crop")
                .with("w", "max(min(iw,2),min(iw,2*round(ih*" + shape + "/sar/2)))")
                .with("h", "max(min(ih,2),min(ih,2*round(iw*sar/" + shape + "/2)))")
                .with("x", "(iw-ow)/2")
                .with("y", "(ih-oh)*" + Filter.number(HEIGHT_OF_INTEREST));
    }
}
