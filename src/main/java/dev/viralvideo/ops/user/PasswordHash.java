package dev.viralvideo.ops.user;

import dev.viralvideo.failure.Failure;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is kept: PBKDF2 with HMAC-SHA-512, from which it cannot be read back.
 *
 * @param salt       base64, of 16 random bytes
 * @param iterations 210,000 as OWASP recommends for this function (2023); kept, so that it may grow
 * @param hash       base64, of 32 bytes
 */
public record PasswordHash(String salt, int iterations, String hash) {
    private static final int ITERATIONS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    /** @throws Failure.Validation when it is too short to withstand guessing */
    public static PasswordHash of(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Failure.Validation(
                    "BAD_PASSWORD", "a password has " + SHORTEST + " to " + LONGEST + " characters");
        }
        byte[] salt = random(SALT_BYTES);
        return new PasswordHash(base64(salt), ITERATIONS, base64(derived(password, salt, ITERATIONS)));
    }

    /** Of no password, without hashing one: that would take a second of each start. */
    static PasswordHash ofNobody() {
        return new PasswordHash(base64(random(SALT_BYTES)), ITERATIONS, base64(random(HASH_BITS / Byte.SIZE)));
    }

    /** Takes as long for a wrong password as for the right one. */
    public boolean matches(String password) {
        if (password.length() > LONGEST) {
            return false;
        }
        byte[] wanted = Base64.getDecoder().decode(hash);
        return MessageDigest.isEqual(
                wanted, derived(password, Base64.getDecoder().decode(salt), iterations));
    }

    private static byte[] derived(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new Failure.Internal("this Java cannot hash passwords", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
