package dev.viralvideo.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The last bytes of a stream, however much flows through it. */
final class Tail {
    private final byte[] ring;
    private long seen;

    Tail(int capacity) {
        ring = new byte[capacity];
    }

    void readAll(InputStream in) throws IOException {
        byte[] chunk = new byte[8192];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            add(chunk, count);
        }
    }

    private synchronized void add(byte[] chunk, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (seen++ % ring.length)] = chunk[i];
        }
    }

    synchronized boolean overflowed() {
        return seen > ring.length;
    }

    synchronized String text() {
        int length = (int) Math.min(seen, ring.length);
        byte[] ordered = new byte[length];
        for (int i = 0; i < length; i++) {
            ordered[i] = ring[(int) ((seen - length + i) % ring.length)];
        }
        return new String(ordered, StandardCharsets.UTF_8);
    }
}
