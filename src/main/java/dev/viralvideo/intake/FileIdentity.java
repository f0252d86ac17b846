package dev.viralvideo.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What tells one drop of a topic file from another.
 *
 * @param content  of its bytes and its ending, because the ending decides how they are read
 * @param identity of its path, inode, size and times: the same after a crash, another when it is dropped again
 */
public record FileIdentity(String content, String identity) {
    /** Never follows a symbolic link. */
    public static FileIdentity of(Path file) throws IOException {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return new FileIdentity(ending + "-" + hash(file), identity(file));
    }

    /** Without reading the file. */
    public static String identity(Path file) throws IOException {
        MessageDigest digest = sha256();
        digest.update((file.toAbsolutePath() + "\0" + attributes(file)).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static Map<String, Object> attributes(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            // the time of the last change to the inode cannot be set by a program: moving a file away and back shows
            return new TreeMap<>(
                    Files.readAttributes(file, "unix:dev,ino,size,lastModifiedTime,ctime", LinkOption.NOFOLLOW_LINKS));
        }
        BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return Map.of("size", basic.size(), "modified", basic.lastModifiedTime() + "/" + basic.creationTime());
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
