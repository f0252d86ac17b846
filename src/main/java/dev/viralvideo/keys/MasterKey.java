package dev.viralvideo.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.XChaCha20Poly1305;
import dev.viralvideo.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The 256-bit key that the key store is encrypted with; XChaCha20-Poly1305 by Google Tink. */
public final class MasterKey {
    private static final int BYTES = 32;

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    public static MasterKey random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new MasterKey(bytes);
    }

    /**
     * @param base64 32 bytes in base64, as {@code openssl rand -base64 32} prints them
     * @param where  named in the message when it is something else
     */
    public static MasterKey parse(String base64, String where) {
        byte[] bytes = decoded(base64.strip());
        if (bytes.length != BYTES) {
            throw new Failure.Configuration(
                    "BAD_MASTER_KEY", where + " must hold 32 bytes in base64 (make one with: openssl rand -base64 32)");
        }
        return new MasterKey(bytes);
    }

    /** For the 0600 file; handle like any secret. */
    String encoded() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Tells two master keys apart without giving anything of them away: the key has 256 random bits. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("vvg master key".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(bytes), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new Failure.Internal("this Java has no SHA-256", e);
        }
    }

    byte[] encrypt(byte[] plain, byte[] associated) {
        try {
            return cipher().encrypt(plain, associated);
        } catch (GeneralSecurityException e) {
            throw new Failure.Internal("cannot encrypt the key store", e);
        }
    }

    byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
        return cipher().decrypt(sealed, associated);
    }

    /** The cipher itself, without Tink's key sets: those need protobuf, and one key that is rotated whole is enough. */
    private Aead cipher() throws GeneralSecurityException {
        return new XChaCha20Poly1305(bytes);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MasterKey that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "MasterKey " + fingerprint();
    }
}
