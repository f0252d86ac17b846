package dev.viralvideo.media.backdrop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.intake.Aspect;
import dev.viralvideo.media.Zones;
import dev.viralvideo.script.Segment;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompositionTest {
    @ParameterizedTest
    @EnumSource(Aspect.class)
    void illustrationsStayInTheirZoneWhereverTheySway(Aspect aspect) {
        double sway = Composition.SWAY * Math.min(aspect.width(), aspect.height());
        for (Segment.Kind kind : Segment.Kind.values()) {
            Rectangle zone = Zones.of(aspect, kind).picture();
            for (int index = 0; index < 4; index++) {
                Composition composition = Composition.of(aspect, kind, index);
                List<Composition.Place> places = new ArrayList<>(composition.companions());
                places.add(composition.lead());
                for (Composition.Place place : places) {
                    double half = place.size() / 2 + sway - 0.01;
                    assertThat(zone.contains(place.x() - half, place.y() - half, 2 * half, 2 * half))
                            .as("%s %s %d %s in %s", aspect, kind, index, place, zone)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Aspect.class)
    void theLeadIsLarge(Aspect aspect) {
        int shorter = Math.min(aspect.width(), aspect.height());
        for (Segment.Kind kind : Segment.Kind.values()) {
            assertThat(Composition.of(aspect, kind, 1).lead().size()).isGreaterThan(shorter * 0.24);
        }
    }
}
