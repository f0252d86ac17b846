package dev.viralvideo.audio;

import dev.viralvideo.failure.Failure;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Streams the samples of a 48 kHz 16-bit PCM WAV. */
final class WavReader implements Closeable {
    private final Path file;
    private final DataInputStream in;
    /** Read ahead: a call of a stream for every byte costs more than the samples themselves. */
    private final byte[] block = new byte[1 << 16];

    private int position;
    private int filled;
    private int channels;
    private long frames;

    WavReader(Path file) throws IOException {
        this.file = file;
        InputStream stream = Files.newInputStream(file);
        this.in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
        try {
            readHeader();
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    int channels() {
        return channels;
    }

    long frames() {
        return frames;
    }

    /** The next sample, -32768 to 32767. */
    int read() throws IOException {
        if (position == filled) {
            position = 0;
            filled = in.readNBytes(block, 0, block.length);
        }
        if (filled - position < 2) {
            throw new EOFException(file + " ends before its last sample");
        }
        int low = block[position++] & 0xff;
        return block[position++] << 8 | low;
    }

    private void readHeader() throws IOException {
        expect("RIFF");
        in.skipNBytes(4);
        expect("WAVE");
        for (String chunk = name(); !chunk.equals("data"); chunk = name()) {
            int size = int32();
            if (chunk.equals("fmt ")) {
                readFormat();
                size -= 16;
            }
            in.skipNBytes(size + (size & 1));
        }
        if (channels == 0) {
            throw unfit();
        }
        frames = Integer.toUnsignedLong(int32()) / (channels * 2L);
    }

    private void readFormat() throws IOException {
        int format = Short.reverseBytes(in.readShort()) & 0xffff;
        channels = Short.reverseBytes(in.readShort());
        int rate = int32();
        in.skipNBytes(6);
        int bits = Short.reverseBytes(in.readShort());
        boolean pcm = format == 1 || format == 0xfffe;
        if (!pcm || rate != WavWriter.RATE || bits != 16 || channels < 1 || channels > 2) {
            throw unfit();
        }
    }

    private void expect(String name) throws IOException {
        if (!name().equals(name)) {
            throw unfit();
        }
    }

    private String name() throws IOException {
        return new String(in.readNBytes(4), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private int int32() throws IOException {
        return Integer.reverseBytes(in.readInt());
    }

    private Failure unfit() {
        return new Failure.Processing("UNREADABLE_AUDIO", false, file + " is not a 48 kHz 16-bit PCM WAV");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
