package dev.viralvideo.graphics;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes pictures with alpha as PNG (ISO/IEC 15948): 8-bit RGBA, unfiltered, fast compression. Text on nothing is long
 * runs of equal bytes, so ImageIO's adaptive filters cost time and save little.
 */
public final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte DEPTH = 8;
    private static final byte RGBA = 6;

    private PngFile() {}

    public static void write(BufferedImage picture, Path file) {
        AtomicFile.write(file, encode(picture));
    }

    static byte[] encode(BufferedImage picture) {
        ByteArrayOutputStream png = new ByteArrayOutputStream(64 * 1024);
        png.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13)
                .putInt(picture.getWidth())
                .putInt(picture.getHeight())
                .put(DEPTH)
                .put(RGBA);
        chunk(png, "IHDR", header.array(), header.capacity());
        byte[] packed = new byte[picture.getHeight() * (picture.getWidth() * 4 + 1) + 1024];
        chunk(png, "IDAT", packed, deflate(rows(picture), packed));
        chunk(png, "IEND", new byte[0], 0);
        return png.toByteArray();
    }

    private static byte[] rows(BufferedImage picture) {
        int width = picture.getWidth();
        int[] pixels = pixels(picture);
        ByteBuffer rows = ByteBuffer.allocate(picture.getHeight() * (width * 4 + 1));
        for (int from = 0; from < pixels.length; from += width) {
            rows.put((byte) 0); // filter type 0: none
            for (int i = from; i < from + width; i++) {
                rows.putInt(Integer.rotateLeft(pixels[i], 8)); // ARGB to RGBA
            }
        }
        return rows.array();
    }

    /** Straight from the raster where it is ours: getRGB converts each pixel and would cost more than all drawing. */
    private static int[] pixels(BufferedImage picture) {
        return picture.getType() == BufferedImage.TYPE_INT_ARGB
                ? ((DataBufferInt) picture.getRaster().getDataBuffer()).getData()
                : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static int deflate(byte[] rows, byte[] packed) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(rows);
            deflater.finish();
            return deflater.deflate(packed);
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data, int length) {
        CRC32 crc = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(data, 0, length);
        png.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        png.writeBytes(name);
        png.write(data, 0, length);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
