package dev.viralvideo.video.caption;

import dev.viralvideo.graphics.Canvas;
import dev.viralvideo.graphics.Fonts;
import dev.viralvideo.graphics.PngFile;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.script.Palette;
import dev.viralvideo.script.Segment;
import dev.viralvideo.script.Template;
import dev.viralvideo.video.Overlay;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Draws a segment's on-screen text as one designed picture. */
public final class TitleCard {
    /** Seconds that a card waits for the transition into its segment. */
    private static final double WAIT = 0.35;
    /** Seconds before the segment's end at which it is gone. */
    private static final double LEAVE = 0.3;
    /** Seconds under which a segment is too short for coming and going. */
    private static final double SHORT = 1.5;

    private final Fonts fonts;

    public TitleCard(Fonts fonts) {
        this.fonts = fonts;
    }

    /**
     * Writes {@code card.png} into the folder (one folder for one segment).
     *
     * @param first whether it opens the video: then it is there from the first frame, when viewers decide to stay
     * @return nothing when there is no on-screen text that can be drawn
     */
    public List<Overlay> draw(
            Segment segment,
            Palette palette,
            Template.Fonts names,
            Aspect aspect,
            double segmentSeconds,
            boolean first,
            Path folder) {
        CardLook look = new CardLook(fonts.face(names.title()), palette);
        return card(segment, look, aspect)
                .map(card -> List.of(write(card, aspect, segmentSeconds, first, folder.resolve("card.png"))))
                .orElseGet(List::of);
    }

    private static Optional<? extends Card> card(Segment segment, CardLook look, Aspect aspect) {
        if (segment.onScreen() == null) {
            return Optional.empty();
        }
        return switch (segment.kind()) {
            case HOOK -> HookCard.of(segment, look, aspect);
            case ITEM -> ItemCard.of(segment, look, aspect);
            case OUTRO -> OutroCard.of(segment, look, aspect);
        };
    }

    private static Overlay write(Card card, Aspect aspect, double seconds, boolean first, Path file) {
        Rectangle frame = new Rectangle(aspect.width(), aspect.height());
        Rectangle place = even(card.reach()).intersection(frame);
        PngFile.write(
                Canvas.transparent(place.width, place.height, graphics -> {
                    graphics.translate(-place.x, -place.y);
                    card.draw(graphics);
                }),
                file);
        boolean brief = seconds < SHORT;
        // the first frame is what is seen in feeds before anything plays: the title must not still be on its way
        Overlay.Entrance entrance = first ? Overlay.Entrance.STAND : card.entrance();
        double from = first || brief ? 0 : WAIT;
        // the call to action is what a viewer is left with: its leaving lies behind the end of the video
        double to = brief ? seconds : card instanceof OutroCard ? seconds + LEAVE : seconds - LEAVE;
        return new Overlay(file.toString(), false, place.x, place.y, place.width, place.height, from, to, entrance);
    }

    /** With its edges on even pixels, outwards: 4:2:0 video has one colour sample for two. */
    private static Rectangle even(Rectangle2D area) {
        int left = (int) Math.floor(area.getMinX() / 2) * 2;
        int top = (int) Math.floor(area.getMinY() / 2) * 2;
        int right = (int) Math.ceil(area.getMaxX() / 2) * 2;
        int bottom = (int) Math.ceil(area.getMaxY() / 2) * 2;
        return new Rectangle(left, top, right - left, bottom - top);
    }
}
