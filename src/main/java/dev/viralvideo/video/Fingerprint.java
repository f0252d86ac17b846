package dev.viralvideo.video;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.ffmpeg.FileState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of files and texts: what tells that a segment need not be rendered again, and what the report shows. */
public final class Fingerprint {
    private static final int BUFFER = 1 << 16;

    /** From here on a file is footage, which nobody draws anew: its size and time tell whether it is the same. */
    private static final long LARGE = 1 << 20;

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new Failure.Internal("this Java has no SHA-256", e);
        }
    }

    /** In hexadecimal. */
    public static String of(Path file) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(file);
        return fingerprint.hex();
    }

    /** Likewise. */
    public static String of(byte[] content) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.digest.update(content);
        return fingerprint.hex();
    }

    /** Of an argument list and of the files that it reads: small ones by their contents, footage by its state. */
    static String of(List<String> arguments, List<String> files) {
        Fingerprint fingerprint = new Fingerprint();
        arguments.forEach(fingerprint::add);
        for (String file : files) {
            Path path = Path.of(file);
            FileState state = FileState.of(path);
            if (state.size() < LARGE) {
                fingerprint.add(path);
            } else {
                fingerprint.add(state.toString());
            }
            ConcatList.read(path).forEach(fingerprint::add);
        }
        return fingerprint.hex();
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private void add(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new Failure.Resource(
                    "FILE_ACCESS", file + " cannot be read: " + IoReason.of(e) + "; is it still there?", e);
        }
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
