package dev.viralvideo.graphics;

import java.awt.image.BufferedImage;
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
        byte[] rows = new byte[picture.getHeight() * (width * 4 + 1)];
        int[] line = new int[width];
        int at = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, width, 1, line, 0, width);
            at++; // filter type 0: none
            for (int argb : line) {
                rows[at++] = (byte) (argb >> 16);
                rows[at++] = (byte) (argb >> 8);
                rows[at++] = (byte) argb;
                rows[at++] = (byte) (argb >>> 24);
            }
        }
        return rows;
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
