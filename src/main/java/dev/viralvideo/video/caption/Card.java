package dev.viralvideo.video.caption;

import dev.viralvideo.video.Overlay;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** A composed on-screen text; coordinates are pixels of the frame. */
sealed interface Card permits HookCard, ItemCard, OutroCard {
    /** All that it inks. */
    Rectangle2D reach();

    void draw(Graphics2D graphics);

    Overlay.Entrance entrance();
}
