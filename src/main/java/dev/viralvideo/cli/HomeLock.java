package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One service for one home. The system releases the lock when the process ends, however it ends. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws Failure.Configuration ALREADY_SERVED when another process serves this home */
    static HomeLock take(Settings settings) {
        // nodes that share a database may share the data folder too: then each has its own home
        Path file = settings.database().shared()
                ? settings.folders().home().resolve(".serve.lock")
                : settings.folders().data().resolve("serve.lock");
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new Failure.Configuration(
                        "ALREADY_SERVED",
                        "another vvg serves this home already (its lock is " + file
                                + "); stop it, or give this one another --home");
            }
            channel.truncate(0);
            channel.write(
                    StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
            return new HomeLock(channel, lock);
        } catch (IOException e) {
            throw new Failure.Resource("FILE_ACCESS", "cannot lock " + file + ": " + IoReason.of(e), e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            // it ends with the process all the same
        }
    }
}
