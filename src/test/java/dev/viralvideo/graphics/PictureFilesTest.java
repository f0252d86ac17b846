package dev.viralvideo.graphics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFilesTest {
    @TempDir
    Path folder;

    @Test
    void aPngReadsBackPixelForPixel() throws IOException {
        BufferedImage picture = Canvas.transparent(37, 21, graphics -> {
            graphics.setColor(new Color(10, 200, 90, 128));
            graphics.fill(new Ellipse2D.Double(3, 2, 30, 15));
        });
        Path file = folder.resolve("a.png");

        PngFile.write(picture, file);

        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getRGB(0, 0, 37, 21, null, 0, 37)).isEqualTo(picture.getRGB(0, 0, 37, 21, null, 0, 37));
    }

    @Test
    void aPngOfNoiseFitsItsBuffer() throws IOException {
        BufferedImage noise = noise(BufferedImage.TYPE_INT_ARGB);
        PngFile.write(noise, folder.resolve("a.png"));

        BufferedImage read = ImageIO.read(folder.resolve("a.png").toFile());
        assertThat(read.getRGB(299, 299)).isEqualTo(noise.getRGB(299, 299));
    }

    @Test
    void aJpegKeepsToItsLimitByLowerQuality() throws IOException {
        BufferedImage noise = noise(BufferedImage.TYPE_INT_RGB);
        JpegFile.write(noise, folder.resolve("good.jpg"), Integer.MAX_VALUE);
        long good = Files.size(folder.resolve("good.jpg"));

        JpegFile.write(noise, folder.resolve("small.jpg"), (int) (good * 0.8));

        assertThat(Files.size(folder.resolve("small.jpg"))).isLessThanOrEqualTo((long) (good * 0.8));
    }

    @Test
    void aFolderThatCannotBeMadeIsToldAndNothingIsLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(() -> AtomicFile.write(file.resolve("a.png"), new byte[1]))
                .isInstanceOf(Failure.Resource.class)
                .hasMessageContaining("a.png");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    private static BufferedImage noise(int type) {
        BufferedImage noise = new BufferedImage(300, 300, type);
        noise.setRGB(0, 0, 300, 300, new Random(1).ints(300 * 300).toArray(), 0, 300);
        return noise;
    }
}
