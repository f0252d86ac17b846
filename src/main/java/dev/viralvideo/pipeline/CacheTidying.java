package dev.viralvideo.pipeline;

import dev.viralvideo.video.output.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings the caches back under their limit and clears away what a killed process left half unpacked. What was unpacked
 * whole (FFmpeg, fonts) stays.
 */
public final class CacheTidying {
    /** Nothing takes that long to unpack. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path cache;
    private final List<Runnable> stores;
    private final Clock clock;

    /** @param stores each brings one store under its own limit, the least recently used going first */
    public CacheTidying(Path cache, List<Runnable> stores, Clock clock) {
        this.cache = cache;
        this.stores = List.copyOf(stores);
        this.clock = clock;
    }

    void run() throws IOException {
        stores.forEach(Runnable::run);
        Instant before = clock.instant().minus(ABANDONED);
        try (Stream<Path> entries = Files.list(cache)) {
            List<Path> halves =
                    entries.filter(entry -> isAbandoned(entry, before)).toList();
            for (Path half : halves) {
                FolderTree.delete(half);
            }
        }
    }

    /** Whatever is unpacked or written there has a hidden name until it is whole. */
    private static boolean isAbandoned(Path entry, Instant before) {
        try {
            return entry.getFileName().toString().startsWith(".")
                    && Files.getLastModifiedTime(entry).toInstant().isBefore(before);
        } catch (IOException e) {
            return false; // gone already
        }
    }
}
