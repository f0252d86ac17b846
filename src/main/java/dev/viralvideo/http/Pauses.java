package dev.viralvideo.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.files.AtomicFile;
import dev.viralvideo.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The long pauses that providers asked for, kept in a file: the next run of the command must heed them too. A wrong
 * key is not kept, as the next run may well have the right one. Best effort: two processes that write at the same
 * moment may lose one pause, and the provider will say it again.
 */
final class Pauses {
    private static final Logger LOG = LoggerFactory.getLogger(Pauses.class);
    private static final Duration SHORT = Duration.ofSeconds(30);

    private final Path file;
    private final Clock clock;

    /** @param file null to keep nothing */
    Pauses(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    Optional<Standing.Stop> of(String provider) {
        return Optional.ofNullable(read().get(provider))
                .filter(kept -> kept.until() > clock.millis())
                .filter(kept -> kept.until() < clock.millis() + RetryHints.LONGEST.toMillis())
                .map(kept -> new Standing.Stop(kept.kind(), Instant.ofEpochMilli(kept.until()), kept.reason()));
    }

    synchronized void keep(String provider, Standing.Stop stop) {
        boolean brief = stop.until().isBefore(clock.instant().plus(SHORT));
        if (file == null || brief || stop.kind() == ErrorKind.AUTH) {
            return;
        }
        Map<String, Kept> all = read();
        all.values().removeIf(kept -> kept.until() <= clock.millis());
        all.put(provider, new Kept(stop.kind(), stop.until().toEpochMilli(), stop.reason()));
        write(all);
    }

    synchronized void forget(String provider) {
        Map<String, Kept> all = read();
        if (all.remove(provider) != null) {
            write(all);
        }
    }

    private Map<String, Kept> read() {
        try {
            return file == null
                    ? new TreeMap<>()
                    : Json.MAPPER.readValue(Files.readAllBytes(file), new TypeReference<TreeMap<String, Kept>>() {});
        } catch (NoSuchFileException | JacksonException e) {
            return new TreeMap<>();
        } catch (IOException e) {
            LOG.warn("cannot read {}: {}", file, e.toString());
            return new TreeMap<>();
        }
    }

    private void write(Map<String, Kept> all) {
        try {
            AtomicFile.write(file, Json.pretty(all).getBytes(StandardCharsets.UTF_8));
        } catch (Failure e) {
            LOG.warn("a pause is not kept: {}", e.getMessage());
        }
    }

    /** What lies in the file; the time in epoch milliseconds. */
    private record Kept(ErrorKind kind, long until, String reason) {}
}
