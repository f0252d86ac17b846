package dev.viralvideo.graphics;

import dev.viralvideo.files.AtomicFile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes 8-bit PNG (ISO/IEC 15948) several times faster than ImageIO does: one {@link PngRows coding of rows} for each
 * kind of picture and the lowest compression, for these files live only until the video is rendered.
 */
public final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte DEPTH = 8;
    private static final int BUFFER = 1 << 15;

    private PngFile() {}

    public static void write(BufferedImage picture, Path file) {
        AtomicFile.write(file, encode(picture));
    }

    static byte[] encode(BufferedImage picture) {
        PngRows rows = PngRows.of(picture.getType());
        ByteArrayOutputStream png = new ByteArrayOutputStream(1 << 16);
        png.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13)
                .putInt(picture.getWidth())
                .putInt(picture.getHeight())
                .put(DEPTH)
                .put(rows.colourType());
        chunk(png, "IHDR", header.array());
        chunk(png, "IDAT", compressed(picture, rows));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] compressed(BufferedImage picture, PngRows rows) {
        int[] pixels = pixels(picture);
        int width = picture.getWidth();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        deflater.setStrategy(rows.strategy());
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, BUFFER)) {
            byte[] row = new byte[1 + width * rows.channels()];
            for (int start = 0; start < pixels.length; start += width) {
                rows.fill(row, pixels, start, width);
                out.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** Straight from the raster where it is ours: getRGB converts each pixel and would cost more than all drawing. */
    private static int[] pixels(BufferedImage picture) {
        return PngRows.known(picture.getType())
                ? ((DataBufferInt) picture.getRaster().getDataBuffer()).getData()
                : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        CRC32 crc = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
