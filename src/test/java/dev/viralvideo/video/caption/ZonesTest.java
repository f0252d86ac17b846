package dev.viralvideo.video.caption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.audio.WordTiming;
import dev.viralvideo.graphics.Face;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.media.SafeArea;
import dev.viralvideo.media.Zones;
import dev.viralvideo.script.Segment;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Title, illustration and captions never cover each other, whatever the aspect, the segment and the text. */
class ZonesTest {
    private static final CardLook LOOK = new CardLook(Samples.FONTS.face("Anton-Regular"), Samples.PALETTE);

    static Stream<Arguments> frames() {
        return Stream.of(Aspect.values())
                .flatMap(aspect -> Stream.of(Segment.Kind.values()).map(kind -> Arguments.of(aspect, kind)));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void theZonesOfAFrameDoNotOverlap(Aspect aspect, Segment.Kind kind) {
        Zones zones = Zones.of(aspect, kind);

        assertThat(zones.title().intersects(zones.picture())).isFalse();
        assertThat(zones.title().intersects(zones.words())).isFalse();
        assertThat(zones.picture().intersects(zones.words())).isFalse();
        SafeArea safe = SafeArea.of(aspect);
        Rectangle area = new Rectangle(safe.left(), safe.top(), safe.width(), safe.height());
        assertThat(area.contains(zones.words())).isTrue();
        assertThat(zones.title().y).isGreaterThanOrEqualTo(safe.top());
    }

    @ParameterizedTest
    @MethodSource("frames")
    void everyTitleStaysInItsZone(Aspect aspect, Segment.Kind kind) {
        Random random = new Random(1);
        for (int length = 1; length <= 140; length += 3) {
            String text = text(random, length);
            Rectangle zone = Zones.of(aspect, kind).title();

            assertThat(zone.contains(body(Samples.shown(kind, 12, text), aspect)))
                    .as("%s %s '%s'", aspect, kind, text)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pop", "karaoke", "boxed", "clean"})
    void everyCaptionStaysInItsZone(String style) {
        CaptionStyle look = Samples.style(style);
        Face face = Samples.FONTS.face("Montserrat-ExtraBold");
        Random random = new Random(2);
        for (Aspect aspect : Aspect.values()) {
            CaptionPainter painter = new CaptionPainter(look, CaptionColours.of(look, Samples.PALETTE), face, aspect);
            List<WordTiming> words = Samples.words(text(random, 300));
            for (Caption caption : new CaptionLayout(look, face).captions(words, 0, 5000)) {
                Rectangle2D reach = painter.reach(painter.set(caption).orElseThrow());

                assertThat(Zones.of(aspect, Segment.Kind.ITEM).words().contains(reach))
                        .as("%s %s %s", aspect, style, caption.texts())
                        .isTrue();
            }
        }
    }

    /** What is seen of a card, without the soft shadow round it. */
    private static Rectangle2D body(Segment segment, Aspect aspect) {
        return switch (segment.kind()) {
            case HOOK ->
                HookCard.of(segment, LOOK, aspect).orElseThrow().title().ink();
            case OUTRO -> OutroCard.of(segment, LOOK, aspect).orElseThrow().button();
            case ITEM -> {
                ItemCard card = ItemCard.of(segment, LOOK, aspect).orElseThrow();
                yield card.plate().createUnion(card.badge());
            }
        };
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int word = 1 + random.nextInt(random.nextInt(8) == 0 ? 24 : 9);
            for (int i = 0; i < word; i++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(' ');
        }
        return text.toString().strip();
    }
}
