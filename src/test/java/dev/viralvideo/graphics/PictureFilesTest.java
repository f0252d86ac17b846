package dev.viralvideo.graphics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.files.AtomicFile;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFilesTest {
    @TempDir
    Path folder;

    /** With alpha, multiplied by it or not, without, and one whose pixels have to be converted. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_ARGB_PRE,
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_3BYTE_BGR
            })
    void aPngReadsBackPixelForPixel(int type) throws IOException {
        BufferedImage picture = new BufferedImage(37, 21, type);
        Graphics2D graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(10, 200, 90, 128), 37, 21, new Color(250, 3, 60, 255)));
        graphics.fill(new Ellipse2D.Double(3, 2, 30, 15));
        graphics.dispose();
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
