package dev.viralvideo.stock;

import dev.viralvideo.cache.Cache;
import dev.viralvideo.cache.CacheEntry;
import dev.viralvideo.cache.CacheKey;
import dev.viralvideo.cache.FileStore;
import dev.viralvideo.cache.StoredFile;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.http.Download;
import dev.viralvideo.http.Downloaded;
import dev.viralvideo.http.ErrorKind;
import dev.viralvideo.http.FileType;
import dev.viralvideo.http.Providers;
import dev.viralvideo.http.Refusal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Brings works to the disk: every address is fetched once, recognised by its bytes, looked into, and kept by its
 * content for all projects. An address that gave something unusable is not asked again for a day.
 */
public final class StockFiles {
    private static final String SPACE = "stock-file";
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Duration REFUSED = Duration.ofDays(1);

    private static final Map<Work.Kind, Set<FileType>> ACCEPTED = Map.of(
            Work.Kind.VIDEO, EnumSet.of(FileType.MP4, FileType.MOV, FileType.WEBM, FileType.MKV, FileType.OGG),
            Work.Kind.STILL, EnumSet.of(FileType.JPEG, FileType.PNG, FileType.WEBP),
            Work.Kind.AUDIO, EnumSet.of(FileType.MP3, FileType.WAV, FileType.OGG, FileType.FLAC));

    private final Supplier<Providers> hosts;
    private final FileStore store;
    private final Cache cache;
    private final Limits limits;
    private final Clock clock;

    /**
     * @param bytes   the largest file that is taken
     * @param patience for one file with all its resumptions
     */
    public record Limits(long bytes, Duration patience) {}

    /** @param hosts reaches no private address, for these addresses were written by strangers; made when needed */
    public StockFiles(Supplier<Providers> hosts, FileStore store, Cache cache, Limits limits, Clock clock) {
        this.hosts = hosts;
        this.store = store;
        this.cache = cache;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Brings one rendition into a folder, as a second name of the stored file where the file system can.
     *
     * @param name   of the file there, without ending
     * @param check  throws when the file is not fit for use
     * @throws Failure when it cannot be had or is not fit: take the next rendition
     */
    public Path fetch(Work work, Rendition rendition, Path folder, String name, Consumer<Path> check) {
        CacheKey key = new CacheKey(SPACE, work.kind() + " " + rendition.url());
        Optional<CacheEntry> known = cache.get(key);
        if (known.isPresent() && known.get().file() == null) {
            throw unusable(known.get().body());
        }
        try (StoredFile file = known.flatMap(this::stored).orElseGet(() -> download(key, work, rendition, check))) {
            return link(file.path(), folder, name);
        }
    }

    private Optional<StoredFile> stored(CacheEntry entry) {
        String file = Path.of(entry.file()).getFileName().toString();
        int dot = file.indexOf('.');
        return store.find(file.substring(0, dot), file.substring(dot + 1));
    }

    private StoredFile download(CacheKey key, Work work, Rendition rendition, Consumer<Path> check) {
        if (rendition.bytes() != null && rendition.bytes() > limits.bytes()) {
            throw unusable("it has " + rendition.bytes() + " bytes, more than the " + limits.bytes() + " allowed");
        }
        Path part = store.newTemporary();
        try {
            Download download =
                    Download.of(rendition.url(), ACCEPTED.get(work.kind()), limits.bytes(), limits.patience());
            Downloaded got = hosts.get().named(work.provider()).download(download, part);
            check.accept(got.file());
            StoredFile file = store.adopt(got.file(), got.sha256(), got.type().extension());
            cache.set(new CacheEntry(key, null, rendition.url(), file.path().toString(), null, clock.instant(), KEPT));
            return file;
        } catch (Failure e) {
            if (lasting(e)) {
                cache.set(CacheEntry.of(key, String.valueOf(e.getMessage()), clock.instant(), REFUSED));
            }
            throw e;
        } finally {
            deleteQuietly(part);
        }
    }

    /** Gone, not what it was said to be, or damaged: the same tomorrow. A host that is down is not. */
    private static boolean lasting(Failure e) {
        Optional<ErrorKind> kind = Refusal.in(e).filter(Refusal::answered).map(Refusal::kind);
        return e instanceof Failure.Validation
                || kind.filter(k -> k == ErrorKind.NOT_FOUND || k == ErrorKind.INVALID_OUTPUT)
                        .isPresent();
    }

    private static Path link(Path file, Path folder, String name) {
        String stored = file.getFileName().toString();
        Path target = folder.resolve(name + stored.substring(stored.lastIndexOf('.')));
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(target);
            return Files.createLink(target, file);
        } catch (FileAlreadyExistsException e) {
            return target;
        } catch (IOException | UnsupportedOperationException e) {
            return copy(file, target);
        }
    }

    private static Path copy(Path file, Path target) {
        try {
            return Files.copy(file, target);
        } catch (IOException e) {
            throw new Failure.Resource(
                    "CANNOT_WRITE", "cannot put " + target + " into the work folder: " + IoReason.of(e), e);
        }
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // cleared away with the other leftovers
        }
    }

    private static Failure unusable(String reason) {
        return new Failure.Validation("UNUSABLE_RENDITION", reason);
    }
}
