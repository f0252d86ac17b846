package dev.viralvideo.keys;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the master key comes from: {@code VVG_MASTER_KEY}, else a file that is made when it is first needed. */
final class MasterKeys {
    static final String VARIABLE = "VVG_MASTER_KEY";

    private final Path file;
    private final Path next;
    private final Optional<MasterKey> given;

    /** @param environmentValue of {@code VVG_MASTER_KEY}; null or blank when it is not set */
    MasterKeys(Path file, String environmentValue) {
        this.file = file;
        this.next = file.resolveSibling(file.getFileName() + ".next");
        this.given = Optional.ofNullable(environmentValue)
                .filter(text -> !text.isBlank())
                .map(text -> MasterKey.parse(text, VARIABLE));
    }

    /** The key with this fingerprint; a rotation that was interrupted is finished or forgotten on the way. */
    MasterKey withFingerprint(String fingerprint) {
        if (given.isPresent()) {
            return matching(given.get(), fingerprint, "the environment variable " + VARIABLE);
        }
        Optional<MasterKey> rotated = read(next).filter(key -> key.fingerprint().equals(fingerprint));
        if (rotated.isPresent()) {
            promote();
            return rotated.get();
        }
        MasterKey key = read(file)
                .orElseThrow(() -> new Failure.Configuration(
                        "NO_MASTER_KEY",
                        "the key store is encrypted but its master key " + file + " is missing; put it back, or set "
                                + VARIABLE));
        return matching(key, fingerprint, file.toString());
    }

    MasterKey forNewStore() {
        return given.or(() -> read(file)).orElseGet(() -> {
            MasterKey fresh = MasterKey.random();
            PrivateFile.write(file, fresh.encoded() + "\n");
            return fresh;
        });
    }

    /** True when a new key cannot be written where the old one came from. */
    boolean fromEnvironment() {
        return given.isPresent();
    }

    /** First half of a rotation: the new key lies beside the old one until the store is written with it. */
    void announce(MasterKey key) {
        PrivateFile.write(next, key.encoded() + "\n");
    }

    void promote() {
        try {
            PrivateFile.move(next, file);
        } catch (IOException e) {
            throw new Failure.Resource("KEYS_UNWRITABLE", file + " cannot be replaced: " + IoReason.of(e), e);
        }
    }

    private static MasterKey matching(MasterKey key, String fingerprint, String where) {
        if (!key.fingerprint().equals(fingerprint)) {
            throw new Failure.Configuration(
                    "WRONG_MASTER_KEY",
                    "the key store was encrypted with another master key than the one in " + where
                            + "; use the one it was made with, or remove the store and set the keys again");
        }
        return key;
    }

    private static Optional<MasterKey> read(Path file) {
        return PrivateFile.read(file).map(text -> MasterKey.parse(text, file.toString()));
    }
}
