package dev.viralvideo.graphics;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.files.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures without alpha as JPEG, as good as a size limit allows. */
public final class JpegFile {
    private static final float BEST = 0.92f;
    private static final float LEAST = 0.60f;

    private JpegFile() {}

    /** @param limit bytes that it should not exceed; the lowest quality is used even if that exceeds it */
    public static void write(BufferedImage picture, Path file, int limit) {
        byte[] jpeg = encode(picture, BEST);
        for (float quality = BEST - 0.06f; jpeg.length > limit && quality >= LEAST; quality -= 0.06f) {
            jpeg = encode(picture, quality);
        }
        AtomicFile.write(file, jpeg);
    }

    private static byte[] encode(BufferedImage picture, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } catch (IOException e) {
            throw new Failure.Internal("cannot encode a JPEG", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
