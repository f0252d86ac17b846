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
        // where the zone is hardly wider than high, the small ones need some of the large one's place
        boolean narrow = zone.width < 1.5 * zone.height;
        Corners corners = new Corners(zone, zone.width / 2.0 - sway, room, room * (narrow ? 0.3 : 0.4));
        double side = index % 2 == 0 ? 1 : -1;
        return switch (kind) {
            case HOOK -> new Composition(corners.middle(narrow ? 0.94 : 1), List.of());
            case ITEM ->
                new Composition(
                        corners.middle(narrow ? 0.9 : 1), List.of(corners.at(side, index % 4 < 2 ? 0.28 : -0.28)));
            case OUTRO ->
                new Composition(
                        corners.middle(narrow ? 0.68 : 0.84),
                        List.of(corners.at(-1, -0.26), corners.at(1, 0), corners.at(-1, 0.28)));
        };
    }

    /** @param reach how far from the middle something may be drawn to the sides */
    private record Corners(Rectangle zone, double reach, double room, double size) {
        Place middle(double share) {
            return new Place(zone.getCenterX(), zone.getCenterY(), room * share);
        }

        Place at(double side, double height) {
            double aside = Math.min(room * 0.66, reach - size / 2);
            return new Place(zone.getCenterX() + side * aside, zone.getCenterY() + height * room, size);
        }
    }
}
