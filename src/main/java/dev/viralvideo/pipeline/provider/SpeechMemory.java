package dev.viralvideo.pipeline.provider;

import dev.viralvideo.audio.Speech;
import dev.viralvideo.audio.SpeechRequest;
import dev.viralvideo.cache.Cache;
import dev.viralvideo.cache.CacheEntry;
import dev.viralvideo.cache.CacheKey;
import dev.viralvideo.cache.FileStore;
import dev.viralvideo.cache.StoredFile;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Spoken segments, remembered by text, voice and settings: the sound in the file store, its times in the cache. */
public final class SpeechMemory {
    private final Cache cache;
    private final FileStore store;
    private final Clock clock;

    public SpeechMemory(Cache cache, FileStore store, Clock clock) {
        this.cache = cache;
        this.store = store;
        this.clock = clock;
    }

    /** A copy at the place that the request names. */
    Optional<Speech> recall(CacheKey key, SpeechRequest request) {
        Optional<CacheEntry> entry = cache.get(key).filter(known -> known.file() != null);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Path kept = Path.of(entry.get().file());
        String sha = kept.getFileName().toString().replaceFirst("\\..*", "");
        Optional<StoredFile> found = store.find(sha, "wav");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (StoredFile file = found.get()) {
            Path target = Path.of(request.file());
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.copy(file.path(), target, StandardCopyOption.REPLACE_EXISTING);
            Speech speech = Json.read(entry.get().body(), Speech.class);
            return Optional.of(
                    new Speech(request.file(), speech.seconds(), speech.words(), speech.estimated(), request.voice()));
        } catch (IOException e) {
            throw new Failure.Resource("CANNOT_WRITE", "cannot write the narration to " + request.file(), e);
        }
    }

    void keep(CacheKey key, Speech speech, Duration time) {
        if (time.isZero()) {
            return;
        }
        try (InputStream in = Files.newInputStream(Path.of(speech.file()));
                StoredFile stored = store.put(in, "wav")) {
            cache.set(new CacheEntry(
                    key, Json.write(speech), null, stored.path().toString(), null, clock.instant(), time));
        } catch (IOException e) {
            throw new Failure.Resource("FILE_ACCESS", speech.file() + " cannot be read any more: " + IoReason.of(e), e);
        }
    }
}
