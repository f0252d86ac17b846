package dev.viralvideo.audio;

import dev.viralvideo.files.AtomicFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Streams a 48 kHz 16-bit WAV of a length known in advance. Under its final name only once {@link #finish()} was
 * called; closing before that leaves nothing.
 */
final class WavWriter implements Closeable {
    /** Samples a second of every WAV this project makes. */
    static final int RATE = 48_000;

    private final Path file;
    private final Path temporary;
    private final OutputStream out;
    /** Handed on when it is full: a call of a stream for every byte costs more than the samples themselves. */
    private final byte[] block = new byte[1 << 16];

    private int filled;
    private final int channels;
    private final long frames;
    private long written;

    WavWriter(Path file, int channels, long frames) throws IOException {
        this.file = file;
        this.channels = channels;
        this.frames = frames;
        // the folder is not made: where it is gone, the project was cancelled meanwhile
        this.temporary = AtomicFile.unfinished(file.toAbsolutePath().getParent(), "audio");
        this.out = Files.newOutputStream(temporary);
        out.write(header());
    }

    private byte[] header() {
        long bytes = frames * channels * 2;
        ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes()).putInt((int) (36 + bytes)).put("WAVEfmt ".getBytes());
        header.putInt(16).putShort((short) 1).putShort((short) channels).putInt(RATE);
        header.putInt(RATE * channels * 2).putShort((short) (channels * 2)).putShort((short) 16);
        return header.put("data".getBytes()).putInt((int) bytes).array();
    }

    /** One sample for one channel, -32768 to 32767; what lies beyond is clipped. */
    void write(int sample) throws IOException {
        int clipped = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample));
        if (filled == block.length) {
            handOn();
        }
        block[filled++] = (byte) clipped;
        block[filled++] = (byte) (clipped >> 8);
        written++;
    }

    private void handOn() throws IOException {
        out.write(block, 0, filled);
        filled = 0;
    }

    void silence(long count) throws IOException {
        for (long i = 0; i < count; i++) {
            write(0);
        }
    }

    void finish() throws IOException {
        if (written != frames * channels) {
            throw new IllegalStateException(file + ": " + written + " samples instead of " + frames * channels);
        }
        handOn();
        out.close();
        try (var channel = java.nio.channels.FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        AtomicFile.publish(temporary, file);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(temporary);
    }
}
