package dev.viralvideo.cache;

import java.nio.file.Path;

/**
 * A file of the store, kept from eviction until it is closed or the process ends.
 *
 * @param path   never to be changed or moved; read it, copy it or link it
 * @param sha256 of its content, lower-case hexadecimal
 * @param bytes  its length
 */
public record StoredFile(Path path, String sha256, long bytes, Runnable release) implements AutoCloseable {
    @Override
    public void close() {
        release.run();
    }
}
