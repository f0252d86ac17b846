package dev.viralvideo.media.backdrop;

import dev.viralvideo.intake.Aspect;
import dev.viralvideo.media.Zones;
import dev.viralvideo.script.Segment;
import java.awt.Rectangle;
import java.util.List;

/** Where the illustrations stand: the large one in the middle of the picture's zone, small ones at its corners. */
record Composition(Place lead, List<Place> companions) {
    /** How far an illustration may sway from its place, as a share of the frame's shorter side. */
    static final double SWAY = 0.022;

    /** Middle and size of one illustration in pixels of the frame. */
    record Place(double x, double y, double size) {}

    /** @param index of the segment in its video */
    static Composition of(Aspect aspect, Segment.Kind kind, int index) {
        Rectangle zone = Zones.of(aspect, kind).picture();
        double sway = SWAY * Math.min(aspect.width(), aspect.height());
        double room = Math.min(zone.width, zone.height) - 2 * sway;
        Place middle = new Place(zone.getCenterX(), zone.getCenterY(), room);
        double side = index % 2 == 0 ? 1 : -1;
        return switch (kind) {
            case HOOK -> new Composition(middle, List.of());
            case ITEM -> new Composition(middle, List.of(beside(middle, room, side, index % 4 < 2 ? 0.27 : -0.27)));
            case OUTRO -> {
                Place lead = new Place(middle.x, middle.y, room * 0.84);
                yield new Composition(
                        lead,
                        List.of(
                                beside(middle, room, -1, -0.25),
                                beside(middle, room, 1, 0),
                                beside(middle, room, -1, 0.28)));
            }
        };
    }

    private static Place beside(Place lead, double room, double side, double height) {
        return new Place(lead.x + side * room * 0.66, lead.y + room * height, room * 0.4);
    }
}
