package dev.viralvideo.keys;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A file that only its owner may read (0600 where the system has such rights), written whole or not at all. */
public final class PrivateFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private PrivateFile() {}

    public static Optional<String> read(Path file) {
        try {
            String text = Files.readString(file);
            refuseShared(file);
            return Optional.of(text);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Failure.Configuration("KEYS_UNREADABLE", file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    public static void write(Path file, String text) {
        Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            createFolder(file.toAbsolutePath().getParent());
            writeSynced(temporary, text);
            move(temporary, file);
        } catch (IOException e) {
            throw new Failure.Resource("KEYS_UNWRITABLE", file + " cannot be written: " + IoReason.of(e), e);
        } finally {
            delete(temporary);
        }
    }

    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Failure.Resource("KEYS_UNWRITABLE", file + " cannot be removed: " + IoReason.of(e), e);
        }
    }

    /** Made for the owner alone when it is missing; one that is there keeps its rights. */
    static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, posix(folder) ? ownerOnly("rwx------") : new FileAttribute<?>[0]);
    }

    static FileAttribute<?>[] attributes(Path file) {
        return posix(file.toAbsolutePath().getParent()) ? ownerOnly("rw-------") : new FileAttribute<?>[0];
    }

    private static void writeSynced(Path file, String text) throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel out = FileChannel.open(file, options, attributes(file))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    private static void refuseShared(Path file) throws IOException {
        if (posix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new Failure.Configuration(
                    "KEYS_TOO_OPEN", file + " can be read by other users; run: chmod 600 '" + file + "'");
        }
    }

    private static FileAttribute<?>[] ownerOnly(String rights) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))};
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
