package dev.viralvideo.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Brings a file store back under its limit: least recently used first, never a pinned file. */
final class Eviction {
    static final String TEMPORARY = "tmp";

    private static final Pattern STORED = Pattern.compile("[0-9a-f]{64}\\.[a-z0-9]+");

    /** A temporary file this old belongs to nobody any more. */
    private static final Duration ABANDONED = Duration.ofDays(2);

    /** How long other processes' additions may go unseen. */
    private static final Duration RESCAN = Duration.ofMinutes(1);

    private final Path folder;
    private final long maxBytes;
    private final Clock clock;
    private long knownBytes;
    private Instant scannedAt = Instant.MIN;

    Eviction(Path folder, long maxBytes, Clock clock) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    synchronized void grownBy(long bytes, Pins pins) throws IOException {
        knownBytes += bytes;
        if (knownBytes > maxBytes || scannedAt.isBefore(clock.instant().minus(RESCAN))) {
            run(pins);
        }
    }

    synchronized void run(Pins pins) throws IOException {
        List<Candidate> files = scan();
        long total = files.stream().mapToLong(Candidate::bytes).sum();
        files.sort(Comparator.comparing(Candidate::usedAt));
        for (Candidate file : files) {
            if (total <= maxBytes) {
                break;
            }
            if (pins.ifFree(file.sha256(), () -> Files.deleteIfExists(file.path()))) {
                total -= file.bytes();
            }
        }
        knownBytes = total;
        scannedAt = clock.instant();
        clearAbandoned();
    }

    private List<Candidate> scan() throws IOException {
        List<Candidate> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path sub : folders.filter(Eviction::holdsFiles).toList()) {
                try (Stream<Path> files = Files.list(sub)) {
                    files.forEach(file -> add(found, file));
                }
            }
        }
        return found;
    }

    private static boolean holdsFiles(Path sub) {
        return sub.getFileName().toString().length() == 2 && Files.isDirectory(sub);
    }

    private static void add(List<Candidate> found, Path file) {
        if (!STORED.matcher(file.getFileName().toString()).matches()) {
            return;
        }
        try {
            found.add(new Candidate(
                    file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException gone) {
            // another process evicted it between listing and looking
        }
    }

    private void clearAbandoned() throws IOException {
        Instant oldest = clock.instant().minus(ABANDONED);
        try (Stream<Path> parts = Files.list(folder.resolve(TEMPORARY))) {
            for (Path part : parts.toList()) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (NoSuchFileException e) {
            // nothing was ever written in parts, or another process finished its part
        }
    }

    private record Candidate(Path path, long bytes, Instant usedAt) {
        String sha256() {
            return path.getFileName().toString().substring(0, 64);
        }
    }
}
