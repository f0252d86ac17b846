package dev.viralvideo.video.caption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.intake.Aspect;
import dev.viralvideo.script.Segment;
import dev.viralvideo.video.Overlay;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleCardTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HOOK | | 5 surprising facts about honey bees",
                "HOOK | | pneumonoultramicroscopicsilicovolcanoconiosis",
                "ITEM | 1 | They dance to talk",
                "ITEM | 12 | A queen lays two thousand eggs a day in spring and nobody knows how",
                "ITEM | | Donaudampfschifffahrtsgesellschaftskapitän",
                "OUTRO | | Follow for more",
                "OUTRO | | مرحبا بالعالم"
            })
    void everyCardStaysInTheFrameInEveryAspect(Segment.Kind kind, Integer number, String text) throws IOException {
        for (Aspect aspect : Aspect.values()) {
            Overlay card =
                    draw(Samples.shown(kind, number, text), aspect, 5, false).get(0);

            assertThat(card.x()).isNotNegative();
            assertThat(card.y()).isNotNegative();
            assertThat(card.x() + card.width()).isLessThanOrEqualTo(aspect.width());
            assertThat(card.y() + card.height()).isLessThanOrEqualTo((int) (aspect.height() * 0.8));
            BufferedImage picture = ImageIO.read(Path.of(card.file()).toFile());
            assertThat(picture.getWidth()).isEqualTo(card.width());
            assertThat(picture.getRGB(0, 0) >>> 24).as("fades out at its edge").isLessThan(8);
        }
    }

    @Test
    void theFirstCardIsThereAtOnceTheOthersWaitForTheTransition() {
        Segment hook = Samples.shown(Segment.Kind.HOOK, null, "Bees");

        assertThat(draw(hook, Aspect.PORTRAIT, 4, true).get(0).from()).isZero();
        assertThat(draw(hook, Aspect.PORTRAIT, 4, false).get(0).from()).isPositive();
    }

    @Test
    void leavesBeforeTheSegmentEnds() {
        Segment item = Samples.shown(Segment.Kind.ITEM, 3, "Bees");

        assertThat(draw(item, Aspect.PORTRAIT, 4, false).get(0).to()).isEqualTo(3.7);
        assertThat(draw(item, Aspect.PORTRAIT, 1, false).get(0).to()).isEqualTo(1);
    }

    @Test
    void theCallToActionStaysToTheLastFrame() {
        Segment outro = Samples.shown(Segment.Kind.OUTRO, null, "Follow for more");

        assertThat(draw(outro, Aspect.PORTRAIT, 4, false).get(0).to()).isGreaterThan(4.25);
    }

    @Test
    void theFirstCardDoesNotFadeIn() {
        Segment hook = Samples.shown(Segment.Kind.HOOK, null, "Bees");

        assertThat(draw(hook, Aspect.PORTRAIT, 4, true).get(0).entrance()).isEqualTo(Overlay.Entrance.STAND);
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        Segment hook = Samples.shown(Segment.Kind.HOOK, null, "5 facts about bees");
        byte[] once = Files.readAllBytes(
                Path.of(draw(hook, Aspect.SQUARE, 4, true).get(0).file()));

        assertThat(Files.readAllBytes(
                        Path.of(draw(hook, Aspect.SQUARE, 4, true).get(0).file())))
                .isEqualTo(once);
    }

    @Test
    void nothingToShowIsNoCard() {
        assertThat(draw(Samples.shown(Segment.Kind.ITEM, 1, "🐝"), Aspect.PORTRAIT, 4, false))
                .isEmpty();
        assertThat(draw(Samples.shown(Segment.Kind.ITEM, 1, null), Aspect.PORTRAIT, 4, false))
                .isEmpty();
    }

    private List<Overlay> draw(Segment segment, Aspect aspect, double seconds, boolean first) {
        return new TitleCard(Samples.FONTS)
                .draw(segment, Samples.PALETTE, Samples.NAMES, aspect, seconds, first, folder);
    }
}
