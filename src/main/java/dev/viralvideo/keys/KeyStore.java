package dev.viralvideo.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.json.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The provider keys, encrypted in one file of mode 0600. Names and values are sealed together, so that neither can be
 * read, swapped or removed without the master key; changes by several processes are serialised.
 */
public final class KeyStore {
    /** Bound to the ciphertext, so that nothing else that was ever sealed with the key can pass for a key store. */
    private static final byte[] PURPOSE = "vvg key store 1".getBytes(StandardCharsets.UTF_8);

    private static final Object IN_THIS_PROCESS = new Object();

    private final Path file;
    private final MasterKeys masters;

    /**
     * @param folder           holds {@code keys.json} (encrypted) and {@code master.key}
     * @param masterKey value of {@code VVG_MASTER_KEY}, or null: then {@code master.key} is used, and made if missing
     */
    public KeyStore(Path folder, String masterKey) {
        this.file = folder.resolve("keys.json");
        this.masters = new MasterKeys(folder.resolve("master.key"), masterKey);
    }

    public Optional<Secret> find(KeyName name) {
        return Optional.ofNullable(read().get(name.value())).map(Secret::new);
    }

    /** Sorted. */
    public List<KeyName> list() {
        return read().keySet().stream().map(KeyName::new).toList();
    }

    public void set(KeyName name, Secret value) {
        KeyValue.check(value);
        change(keys -> keys.put(name.value(), value.reveal()));
    }

    /** @return whether there was one */
    public boolean remove(KeyName name) {
        boolean[] removed = {false};
        change(keys -> removed[0] = keys.remove(name.value()) != null);
        return removed[0];
    }

    /**
     * Encrypts everything with a new master key; after a crash at any moment the store opens with the old or the new.
     *
     * @param next the new key, needed when the present one comes from the environment; null for a random one
     */
    public void rotate(MasterKey next) {
        if (next == null && masters.fromEnvironment()) {
            throw new Failure.Configuration(
                    "NO_NEW_MASTER_KEY",
                    "the master key comes from " + MasterKeys.VARIABLE
                            + ", so the new one must be given (openssl rand -base64 32) and put there afterwards");
        }
        MasterKey fresh = next == null ? MasterKey.random() : next;
        locked(() -> {
            Map<String, String> keys = read();
            if (masters.fromEnvironment()) {
                write(keys, fresh);
                return;
            }
            masters.announce(fresh);
            write(keys, fresh);
            masters.promote();
        });
    }

    private void change(Consumer<Map<String, String>> edit) {
        locked(() -> {
            Map<String, String> keys = read();
            edit.accept(keys);
            write(keys, sealed().map(s -> masters.withFingerprint(s.master())).orElseGet(masters::forNewStore));
        });
    }

    private Map<String, String> read() {
        return sealed().map(this::open).orElseGet(TreeMap::new);
    }

    private Map<String, String> open(Sealed sealed) {
        MasterKey master = masters.withFingerprint(sealed.master());
        try {
            byte[] plain = master.decrypt(Base64.getDecoder().decode(sealed.keys()), PURPOSE);
            return Json.MAPPER.readValue(plain, new TypeReference<TreeMap<String, String>>() {});
        } catch (GeneralSecurityException | IllegalArgumentException | IOException e) {
            // no cause: a parser's message could quote what was decrypted
            throw damaged();
        }
    }

    private void write(Map<String, String> keys, MasterKey master) {
        byte[] sealed = master.encrypt(Json.write(keys).getBytes(StandardCharsets.UTF_8), PURPOSE);
        Sealed content = new Sealed(1, master.fingerprint(), Base64.getEncoder().encodeToString(sealed));
        PrivateFile.write(file, Json.pretty(content));
    }

    private Optional<Sealed> sealed() {
        return PrivateFile.read(file).map(text -> {
            try {
                Sealed sealed = Json.MAPPER.readValue(text, Sealed.class);
                if (sealed.version() != 1 || sealed.master() == null || sealed.keys() == null) {
                    throw damaged();
                }
                return sealed;
            } catch (JsonProcessingException e) {
                throw damaged();
            }
        });
    }

    private Failure.Configuration damaged() {
        return new Failure.Configuration(
                "KEYS_DAMAGED",
                file
                        + " was changed or damaged and cannot be trusted; restore it, or remove it and set the keys again");
    }

    private void locked(Runnable work) {
        Path lockFile = file.resolveSibling("keys.lock");
        synchronized (IN_THIS_PROCESS) {
            try {
                PrivateFile.createFolder(file.toAbsolutePath().getParent());
                try (FileChannel channel = FileChannel.open(
                                lockFile,
                                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                                PrivateFile.attributes(lockFile));
                        FileLock lock = channel.lock()) {
                    assert lock.isValid();
                    work.run();
                }
            } catch (IOException e) {
                throw new Failure.Resource("KEYS_UNWRITABLE", lockFile + " cannot be locked: " + IoReason.of(e), e);
            }
        }
    }

    /** What lies on disk. */
    private record Sealed(int version, String master, String keys) {}
}
