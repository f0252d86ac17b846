package dev.viralvideo.http;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The beginning of a download, kept under a name made from its URL so that a later try, also of another process, can
 * go on from there. While one writer has it, others of the same URL get a part of their own.
 */
final class PartFile implements AutoCloseable {
    private final Path file;
    private final Path notes;
    private final FileChannel channel;
    private final FileChannel lockChannel;
    private final boolean own;
    private MessageDigest digest = sha256();
    private String validator;

    private PartFile(Path file, FileChannel lockChannel, boolean own) throws IOException {
        this.file = file;
        this.notes = file.resolveSibling(file.getFileName() + ".json");
        this.lockChannel = lockChannel;
        this.own = own;
        this.channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        resume();
    }

    static PartFile open(Path folder, String url) {
        String name = HexFormat.of().formatHex(sha256().digest(url.getBytes(StandardCharsets.UTF_8)));
        try {
            Files.createDirectories(folder);
            FileChannel lockChannel = FileChannel.open(
                    folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isFree(lockChannel)) {
                return new PartFile(folder.resolve(name + ".part"), lockChannel, false);
            }
            lockChannel.close();
            return new PartFile(folder.resolve(name + "-" + UUID.randomUUID() + ".part"), null, true);
        } catch (IOException e) {
            throw failure("open", folder, e);
        }
    }

    /** The lock is held as long as the channel is open. */
    @SuppressWarnings("resource")
    private static boolean isFree(FileChannel lockChannel) throws IOException {
        try {
            FileLock lock = lockChannel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Goes on only when it is known what the bytes belong to; else starts afresh. */
    private void resume() throws IOException {
        try {
            validator = Json.MAPPER
                    .readValue(Files.readAllBytes(notes), Notes.class)
                    .validator();
        } catch (NoSuchFileException | com.fasterxml.jackson.core.JacksonException e) {
            validator = null;
        }
        if (validator == null) {
            restart(null);
            return;
        }
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        channel.position(0);
        while (channel.read(buffer) >= 0) {
            digest.update(buffer.flip());
            buffer.clear();
        }
    }

    long size() {
        try {
            return channel.position();
        } catch (IOException e) {
            throw failure("read", file, e);
        }
    }

    /** What the server must confirm before it may continue: a strong ETag or a date; null when it gave neither. */
    String validator() {
        return validator;
    }

    /** Throws away what is there; what comes now belongs to the new validator. */
    void restart(String newValidator) {
        try {
            channel.truncate(0).position(0);
            digest = sha256();
            validator = newValidator;
            if (newValidator == null) {
                Files.deleteIfExists(notes);
            } else {
                Files.write(notes, Json.MAPPER.writeValueAsBytes(new Notes(newValidator)));
            }
        } catch (IOException e) {
            throw failure("write", file, e);
        }
    }

    void append(byte[] bytes, int length) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            digest.update(bytes, 0, length);
        } catch (IOException e) {
            throw failure("write", file, e);
        }
    }

    byte[] head() {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(FileType.HEAD);
            while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {
                continue;
            }
            return java.util.Arrays.copyOf(buffer.array(), buffer.position());
        } catch (IOException e) {
            throw failure("read", file, e);
        }
    }

    /** Moves the finished file to its final name; returns its SHA-256. */
    String publish(Path target) {
        try {
            channel.force(true);
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(notes);
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw failure("publish", target, e);
        }
    }

    /** For bytes that are of no use to a later try. */
    void discard() {
        restart(null);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure("remove", file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (own || (Files.exists(file) && Files.size(file) == 0)) {
                Files.deleteIfExists(file);
                Files.deleteIfExists(notes);
            }
            if (lockChannel != null) {
                lockChannel.close();
            }
        } catch (IOException e) {
            throw failure("close", file, e);
        }
    }

    private static Failure failure(String what, Path where, IOException e) {
        return new Failure.Resource(
                "DOWNLOAD_FILE",
                "cannot " + what + " the download " + where + ": " + e + "; check that the disk has room",
                e);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new Failure.Internal("this Java has no SHA-256", e);
        }
    }

    private record Notes(String validator) {}
}
