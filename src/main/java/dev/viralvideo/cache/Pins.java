package dev.viralvideo.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says which stored files are in use, to this process and to others: each pinned hash is a shared lock on one byte of
 * a common file, so that the operating system lets go of it when a process dies. The file is opened once in a process
 * and never closed: POSIX drops all locks of a process when any of its handles of that file is closed.
 */
final class Pins {
    private static final Map<Path, Pins> OPEN = new ConcurrentHashMap<>();

    private final FileChannel channel;
    private final Map<Long, Held> held = new HashMap<>();

    private Pins(FileChannel channel) {
        this.channel = channel;
    }

    /** @param file must exist in a folder that exists; the same file gives the same pins */
    static Pins in(Path file) throws IOException {
        Path real = file.getParent().toRealPath().resolve(file.getFileName());
        synchronized (OPEN) {
            Pins pins = OPEN.get(real);
            if (pins == null) {
                pins = new Pins(FileChannel.open(
                        real, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
                OPEN.put(real, pins);
            }
            return pins;
        }
    }

    synchronized void pin(String sha256) throws IOException {
        Held now = held.get(position(sha256));
        if (now != null) {
            now.count++;
        } else {
            held.put(position(sha256), new Held(channel.lock(position(sha256), 1, true)));
        }
    }

    synchronized void unpin(String sha256) throws IOException {
        Held now = held.get(position(sha256));
        if (now != null && --now.count == 0) {
            held.remove(position(sha256));
            now.lock.release();
        }
    }

    /** Runs the work unless somebody has a pin on the hash, and lets nobody pin it meanwhile. */
    synchronized boolean ifFree(String sha256, Work work) throws IOException {
        if (held.containsKey(position(sha256))) {
            return false;
        }
        try (FileLock exclusive = channel.tryLock(position(sha256), 1, false)) {
            if (exclusive == null) {
                return false;
            }
            work.run();
            return true;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** 52 bits of the hash: two files that share them are pinned together, which is harmless. */
    private static long position(String sha256) {
        return Long.parseLong(sha256.substring(0, 13), 16);
    }

    interface Work {
        void run() throws IOException;
    }

    private static final class Held {
        private final FileLock lock;
        private int count = 1;

        Held(FileLock lock) {
            this.lock = lock;
        }
    }
}
