package dev.viralvideo.media.backdrop;

import dev.viralvideo.media.Motion;
import java.awt.image.BufferedImage;

/** A drawn layer that has not been written yet. */
record Piece(BufferedImage image, Motion motion) {}
