package dev.viralvideo.cache;

import dev.viralvideo.files.AtomicFile;
import dev.viralvideo.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One small JSON file for each entry, named by the hash of its key; may be shared by processes. */
public final class DiskTier implements Tier {
    private final Path folder;

    public DiskTier(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Optional<CacheEntry> find(CacheKey key) {
        return read(file(key)).filter(entry -> entry.key().equals(key));
    }

    @Override
    public void put(CacheEntry entry) {
        AtomicFile.write(file(entry.key()), Json.write(Stored.of(entry)).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int removeMatching(String glob) {
        Glob pattern = new Glob(glob);
        return removeIf(entry -> pattern.matches(entry.key().name()));
    }

    @Override
    public void prune(Instant now) {
        removeIf(entry -> !entry.isFreshAt(now));
    }

    private int removeIf(Predicate<CacheEntry> unwanted) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return (int) files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> read(file).filter(unwanted).isPresent())
                    .filter(this::delete)
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that is not an entry is removed: it could never become one again. */
    private Optional<CacheEntry> read(Path file) {
        try {
            return Optional.of(Json.MAPPER
                    .readValue(Files.readAllBytes(file), Stored.class)
                    .entry());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (com.fasterxml.jackson.core.JacksonException | RuntimeException e) {
            delete(file);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(CacheKey key) {
        String id = key.id();
        return folder.resolve(id.substring(0, 2)).resolve(id + ".json");
    }

    /** The entry as it lies on disk: times as numbers, the query as it is escaped in the key. */
    private record Stored(
            String space,
            String query,
            String body,
            String url,
            String file,
            Double score,
            long createdAt,
            long ttlMillis) {
        static Stored of(CacheEntry e) {
            return new Stored(
                    e.key().space(),
                    e.key().query(),
                    e.body(),
                    e.url(),
                    e.file(),
                    e.score(),
                    e.createdAt().toEpochMilli(),
                    e.ttl().toMillis());
        }

        CacheEntry entry() {
            CacheKey key = CacheKey.stored(space, query);
            return new CacheEntry(
                    key, body, url, file, score, Instant.ofEpochMilli(createdAt), Duration.ofMillis(ttlMillis));
        }
    }
}
