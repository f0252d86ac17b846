package dev.viralvideo.video.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Aspect;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThumbnailTest {
    @TempDir
    Path folder;

    private final Thumbnail thumbnail = new Thumbnail(Samples.FONTS);

    @ParameterizedTest
    @EnumSource(Aspect.class)
    void isAJpegOfTheAspectsSizeUnderItsLimit(Aspect aspect) throws IOException {
        Path jpg = folder.resolve("thumbnail.jpg");

        thumbnail.draw(blocks(), false, "5 surprising facts about bees", Samples.PALETTE, Samples.NAMES, aspect, jpg);

        BufferedImage picture = ImageIO.read(jpg.toFile());
        assertThat(picture.getWidth()).isEqualTo(aspect.width());
        assertThat(picture.getHeight()).isEqualTo(aspect.height());
        assertThat(Files.size(jpg)).isLessThan(400 * 1024);
    }

    @Test
    void aTitleWithoutAnyGlyphStillGivesAPicture() {
        Path jpg = folder.resolve("thumbnail.jpg");

        thumbnail.draw(blocks(), false, "🐝", Samples.PALETTE, Samples.NAMES, Aspect.SQUARE, jpg);

        assertThat(jpg).exists();
    }

    @Test
    void aFrameThatIsNoPictureIsTold() throws IOException {
        Path frame = Files.writeString(folder.resolve("frame.png"), "not a picture");

        assertThatThrownBy(() -> thumbnail.draw(
                        frame, false, "Bees", Samples.PALETTE, Samples.NAMES, Aspect.SQUARE, folder.resolve("t.jpg")))
                .isInstanceOf(Failure.Processing.class)
                .hasMessageContaining("frame.png");
    }

    private static BufferedImage blocks() {
        BufferedImage small = new BufferedImage(16, 9, BufferedImage.TYPE_INT_RGB);
        small.setRGB(0, 0, 16, 9, new Random(5).ints(16 * 9).toArray(), 0, 16);
        return small;
    }
}
