package dev.viralvideo.ffmpeg;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A file as it is now: what was found out about it holds until it changes. */
public record FileState(Path path, long size, long modified) {
    /** @throws Failure.Validation UNREADABLE_MEDIA when it cannot be looked at */
    public static FileState of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(
                    file.toAbsolutePath(), now.size(), now.lastModifiedTime().toMillis());
        } catch (IOException e) {
            throw new Failure.Validation(
                    "UNREADABLE_MEDIA",
                    "'" + file
                            + "' cannot be used as media: there is no such file, or it cannot be read; replace or remove it");
        }
    }
}
