package dev.viralvideo.pipeline;

import dev.viralvideo.cache.Cache;
import dev.viralvideo.cache.CacheEntry;
import dev.viralvideo.cache.CacheKey;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.json.Json;
import dev.viralvideo.media.Candidate;
import dev.viralvideo.media.ClipRanking;
import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.script.Segment;
import dev.viralvideo.stock.RenditionOrder;
import dev.viralvideo.stock.StockFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds and fetches pictures outside of any project; a find is remembered, and its file kept, for a day. */
public final class MediaFinder {
    private static final Logger LOG = LoggerFactory.getLogger(MediaFinder.class);
    private static final String SPACE = "media-find";
    private static final Duration KEPT = Duration.ofDays(1);
    /** A shot of the usual length, on the usual colours. */
    private static final double SECONDS = 5;

    private static final List<String> COLOURS = List.of("#101020", "#202040", "#ffcc00", "#ffffff");

    /** What has become of a find. */
    public enum State {
        FOUND,
        DOWNLOADING,
        DOWNLOADED,
        FAILED
    }

    /**
     * A find.
     *
     * @param score how well it fits what was asked, 0 to 1
     * @param error why it could not be fetched, or null
     */
    public record Find(String id, Candidate candidate, double score, State state, String error) {}

    /** @param remarks by provider: why it found nothing, or less than it might have */
    public record Found(List<Find> finds, Map<String, String> remarks) {}

    private record Remembered(Candidate candidate, double score) {}

    private final ProducerTemplate template;
    private final Cache cache;
    private final StockFiles files;
    private final Consumer<Path> check;
    private final Path folder;
    private final ExecutorService downloads;
    private final Clock clock;
    private final ClipRanking ranking = new ClipRanking();
    private final ConcurrentMap<String, String> failed = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Instant> running = new ConcurrentHashMap<>();

    /**
     * @param check     throws when a file is no usable picture
     * @param folder    for what is fetched
     * @param downloads bounded; it refuses what is too much
     */
    public MediaFinder(
            ProducerTemplate template,
            Cache cache,
            StockFiles files,
            Consumer<Path> check,
            Path folder,
            ExecutorService downloads,
            Clock clock) {
        this.template = template;
        this.cache = cache;
        this.files = files;
        this.check = check;
        this.folder = folder;
        this.downloads = downloads;
        this.clock = clock;
    }

    /** Asks every running provider; the best first. */
    public Found search(String text, Aspect aspect, int most) {
        ShotNeed need = new ShotNeed(
                "search", 0, Segment.Kind.ITEM, List.of(text), text, SECONDS, aspect, List.of(), COLOURS, 0, 0.5);
        // looking into new files takes as long as it takes, and a search has to end in time
        template.sendBody("bean:localMedia?method=survey", List.of(need));
        Findings found = template.requestBody("direct:media-search", need, Findings.class);
        List<Find> finds = found.candidates().stream()
                .map(candidate ->
                        remembered(candidate, ranking.score(candidate, need).total()))
                .sorted(Comparator.comparingDouble(Find::score).reversed())
                .limit(most)
                .toList();
        return new Found(finds, found.remarks());
    }

    /** @throws Failure.Validation NO_SUCH_MEDIA */
    public Find get(String id) {
        Remembered known = recall(id);
        return find(id, known);
    }

    /** Begins to fetch it, unless it is there or on its way. */
    public Find download(String id) {
        Find find = get(id);
        boolean wanted = find.state() == State.FOUND || find.state() == State.FAILED;
        if (wanted && running.putIfAbsent(id, clock.instant()) == null) {
            try {
                failed.remove(id);
                downloads.execute(() -> fetch(id, find.candidate()));
            } catch (RejectedExecutionException e) {
                running.remove(id);
                throw new Failure.Resource(
                        "TOO_MANY_DOWNLOADS", "too many downloads wait already; try again when some have ended", e);
            }
        }
        return get(id);
    }

    /** The file of one that was downloaded, or that is the user's own. */
    public Path file(String id) {
        Remembered known = recall(id);
        return file(id, known)
                .orElseThrow(() -> new Failure.Validation(
                        "NOT_FINISHED", "media " + id + " is not downloaded; POST …/download first"));
    }

    private Find remembered(Candidate candidate, double score) {
        String id = new CacheKey(SPACE, candidate.key()).id();
        Remembered remembered = new Remembered(candidate, Math.max(0, Math.min(1, score)));
        cache.set(CacheEntry.of(new CacheKey(SPACE, id), Json.write(remembered), clock.instant(), KEPT));
        return find(id, remembered);
    }

    private Remembered recall(String id) {
        return cache.get(new CacheKey(SPACE, id))
                .map(entry -> Json.read(entry.body(), Remembered.class))
                .orElseThrow(() -> new Failure.Validation(
                        "NO_SUCH_MEDIA", "there is no media " + id + "; finds are remembered for a day: search again"));
    }

    private Find find(String id, Remembered known) {
        String error = failed.get(id);
        State state = file(id, known).isPresent()
                ? State.DOWNLOADED
                : running.containsKey(id) ? State.DOWNLOADING : error != null ? State.FAILED : State.FOUND;
        return new Find(id, known.candidate(), known.score(), state, state == State.FAILED ? error : null);
    }

    private Optional<Path> file(String id, Remembered known) {
        if (known.candidate().work() == null) {
            return Optional.of(Path.of(known.candidate().source())).filter(Files::isRegularFile);
        }
        return fetched().stream()
                .filter(file -> file.getFileName().toString().startsWith(id + "."))
                .findFirst();
    }

    private List<Path> fetched() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            return List.of(); // nothing was fetched yet
        }
    }

    private void fetch(String id, Candidate candidate) {
        try {
            forgetOld();
            var rendition = new RenditionOrder(Aspect.PORTRAIT.width(), Aspect.PORTRAIT.height())
                    .of(candidate.work())
                    .get(0);
            Path file = files.fetch(candidate.work(), rendition, folder, id, check);
            Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(clock.instant()));
        } catch (RuntimeException | IOException e) {
            LOG.warn("{} {} could not be fetched", candidate.provider(), candidate.id(), e);
            failed.put(id, Failures.of(e).getMessage());
        } finally {
            running.remove(id);
        }
    }

    private void forgetOld() throws IOException {
        Instant before = clock.instant().minus(KEPT);
        failed.clear();
        for (Path file : fetched()) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        }
    }
}
