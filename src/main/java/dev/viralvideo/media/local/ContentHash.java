package dev.viralvideo.media.local;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells two copies of one file: SHA-256 over its length, first and last MiB, so that long videos cost no more. */
final class ContentHash {
    private static final int PART = 1 << 20;

    private ContentHash() {}

    static String of(Path file) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(in.length()).array());
            update(digest, in, 0);
            update(digest, in, Math.max(0, in.length() - PART));
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (IOException e) {
            throw new Failure.Resource("FILE_ACCESS", "cannot read " + file + ": " + IoReason.of(e), e);
        } catch (NoSuchAlgorithmException e) {
            throw new Failure.Internal("SHA-256 is missing", e);
        }
    }

    private static void update(MessageDigest digest, RandomAccessFile in, long from) throws IOException {
        byte[] part = new byte[(int) Math.min(PART, in.length() - from)];
        in.seek(from);
        in.readFully(part);
        digest.update(part);
    }
}
