package dev.viralvideo.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which topic files of the inbox are complete: unchanged for a while, and open for writing in no process that can be
 * seen. Folders, hidden files, other endings and symbolic links are left alone; a link might lead anywhere.
 */
public final class SettledFiles {
    private static final Logger LOG = LoggerFactory.getLogger(SettledFiles.class);
    private static final long FORGET = Duration.ofMinutes(1).toNanos();
    private static final int MOST_TOLD = 1000;

    private final Duration settle;
    private final LongSupplier nanos;
    private final Map<Path, Sight> sights = new HashMap<>();
    private final Set<Path> told = new HashSet<>();
    private long tidied;

    /**
     * @param settle how long a file must not have changed
     * @param nanos  a clock that never jumps: System::nanoTime
     */
    public SettledFiles(Duration settle, LongSupplier nanos) {
        this.settle = settle;
        this.nanos = nanos;
        this.tidied = nanos.getAsLong();
    }

    private record Sight(long size, FileTime modified, Object inode, long since, long last) {
        boolean shows(BasicFileAttributes now) {
            return size == now.size() && modified.equals(now.lastModifiedTime()) && same(inode, now.fileKey());
        }

        private static boolean same(Object a, Object b) {
            return a == null ? b == null : a.equals(b);
        }
    }

    /** Whether a file may be read now; ask again and again. */
    public synchronized boolean admits(Path file) {
        long now = nanos.getAsLong();
        tidy(now);
        BasicFileAttributes attributes = look(file);
        if (attributes == null) {
            return false;
        }
        Sight before = sights.get(file);
        boolean still = before != null && before.shows(attributes);
        long since = still ? before.since : now;
        sights.put(file, new Sight(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey(), since, now));
        if (!still || now - since < settle.toNanos()) {
            return false;
        }
        if (OpenFiles.isBeingWritten(file)) {
            tell(file, "a process still writes to it");
            return false;
        }
        return true;
    }

    /** A file that could not be dealt with now is not looked at again before then. */
    public synchronized void postpone(Path file, Duration pause) {
        sights.computeIfPresent(
                file,
                (path, sight) -> new Sight(
                        sight.size,
                        sight.modified,
                        sight.inode,
                        nanos.getAsLong() + pause.minus(settle).toNanos(),
                        sight.last));
    }

    /** Its attributes when it is a topic file. */
    private BasicFileAttributes look(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isRegularFile() && TopicFile.isTopicFile(file)) {
                return attributes;
            }
            tell(file, attributes.isSymbolicLink() ? "links are not followed" : "it is no topic file");
        } catch (IOException e) {
            sights.remove(file); // gone
        }
        return null;
    }

    private void tell(Path file, String why) {
        if (told.size() < MOST_TOLD && told.add(file)) {
            LOG.info("{} is left alone: {}", Names.shown(file), why);
        }
    }

    private void tidy(long now) {
        if (now - tidied > FORGET) {
            tidied = now;
            sights.values().removeIf(sight -> now - sight.last > FORGET);
            told.removeIf(file -> !Files.exists(file, LinkOption.NOFOLLOW_LINKS));
        }
    }
}
