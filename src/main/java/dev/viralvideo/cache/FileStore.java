package dev.viralvideo.cache;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.files.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * Files named by the SHA-256 of their content, shared by all projects and processes of a machine. The time of last
 * use is kept as the modification time; over the limit the files that were not used for longest go, those in use never.
 */
public final class FileStore {
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,8}");

    private final Path folder;
    private final Clock clock;
    private final Eviction eviction;

    /** @param maxBytes the size the store is brought back to after it grew over it */
    public FileStore(Path folder, long maxBytes, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.eviction = new Eviction(folder, maxBytes, clock);
    }

    /** Stores what the stream gives, in constant memory. The caller closes the stream and the result. */
    public StoredFile put(InputStream content, String extension) {
        return guarded("store a file in", () -> {
            Path temporary = newTemporary();
            try {
                MessageDigest digest = CacheKey.sha256();
                try (OutputStream out = new DigestOutputStream(Files.newOutputStream(temporary), digest)) {
                    content.transferTo(out);
                }
                return keep(temporary, HexFormat.of().formatHex(digest.digest()), extension);
            } finally {
                Files.deleteIfExists(temporary);
            }
        });
    }

    /**
     * Takes over a finished file by moving it; both must lie on one file system.
     *
     * @param sha256 of its content, computed while it was written
     */
    public StoredFile adopt(Path file, String sha256, String extension) {
        return guarded("move " + file + " into", () -> keep(file, sha256, extension));
    }

    /** Finds a file and keeps it from eviction until the result is closed. */
    public Optional<StoredFile> find(String sha256, String extension) {
        return guarded("read", () -> {
            Path path = path(sha256, extension);
            pins().pin(sha256);
            if (!Files.isRegularFile(path)) {
                pins().unpin(sha256);
                return Optional.empty();
            }
            Files.setLastModifiedTime(path, FileTime.from(clock.instant()));
            return Optional.of(pinned(path, sha256));
        });
    }

    /** Where to write a file that {@link #adopt} will take: on the same file system, cleared of leftovers. */
    public Path newTemporary() {
        return guarded("make a temporary file in", () -> {
            Path folderOfParts = Files.createDirectories(folder.resolve(Eviction.TEMPORARY));
            return AtomicFile.unfinished(folderOfParts, "part");
        });
    }

    /** Brings the store back under its limit, which every addition does by itself when needed. */
    public void evict() {
        guarded("tidy", () -> {
            eviction.run(pins());
            return null;
        });
    }

    private StoredFile keep(Path file, String sha256, String extension) throws IOException {
        Path target = path(sha256, extension);
        Files.createDirectories(target.getParent());
        pins().pin(sha256);
        try {
            long bytes = Files.size(file);
            if (Files.isRegularFile(target)) {
                Files.deleteIfExists(file);
            } else {
                AtomicFile.publish(file, target);
                eviction.grownBy(bytes, pins());
            }
            Files.setLastModifiedTime(target, FileTime.from(clock.instant()));
            return pinned(target, sha256);
        } catch (IOException | RuntimeException e) {
            pins().unpin(sha256);
            throw e;
        }
    }

    private StoredFile pinned(Path path, String sha256) throws IOException {
        AtomicBoolean open = new AtomicBoolean(true);
        return new StoredFile(path, sha256, Files.size(path), () -> {
            if (open.compareAndSet(true, false)) {
                guarded("release a file of", () -> {
                    pins().unpin(sha256);
                    return null;
                });
            }
        });
    }

    private Pins pins() throws IOException {
        Files.createDirectories(folder);
        return Pins.in(folder.resolve("pins.lock"));
    }

    private Path path(String sha256, String extension) {
        if (!SHA.matcher(sha256).matches() || !EXTENSION.matcher(extension).matches()) {
            throw new Failure.Internal("not a name in the file store: " + sha256 + "." + extension, null);
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256 + "." + extension);
    }

    private <T> T guarded(String what, Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new Failure.Resource(
                    "FILE_STORE",
                    "cannot " + what + " the file store " + folder + ": " + IoReason.of(e)
                            + "; check that the disk has room and the folder is writable",
                    e);
        }
    }

    private interface Action<T> {
        T run() throws IOException;
    }
}
