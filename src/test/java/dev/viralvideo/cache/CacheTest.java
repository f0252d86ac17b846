package dev.viralvideo.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.helpers.GroundTables;
import dev.viralvideo.helpers.SteppedClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheTest {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private final SteppedClock clock = new SteppedClock();
    private final AtomicInteger loads = new AtomicInteger();
    private DataSource database;
    private Cache cache;

    @BeforeEach
    void open() {
        database = GroundTables.in(folder);
        cache = cache();
    }

    @Test
    void asksAProviderOnlyOnce() {
        assertThat(load("pexels", "bees")).isEqualTo("answer 1");
        assertThat(load("pexels", "bees")).isEqualTo("answer 1");
        assertThat(load("pexels", "wasps")).isEqualTo("answer 2");
        assertThat(load("pixabay", "bees")).isEqualTo("answer 3");
    }

    @Test
    void remembersAcrossRunsByDiskAndByDatabase() throws Exception {
        load("pexels", "bees");
        assertThat(new Cache(List.of(new DiskTier(folder.resolve("disk"))), clock).get(key("bees")))
                .isPresent();
        assertThat(new Cache(List.of(new DatabaseTier(database, clock)), clock).get(key("bees")))
                .isPresent();
    }

    @Test
    void copiesAHitToTheFasterTiers() {
        new DatabaseTier(database, clock).put(entry("bees", "from the database"));
        assertThat(cache.get(key("bees"))).map(CacheEntry::body).contains("from the database");
        assertThat(new DiskTier(folder.resolve("disk")).find(key("bees"))).isPresent();
        assertThat(cache.get(key("bees"))).isPresent();
        assertThat(cache.counts())
                .containsExactly(
                        new TierCounts("memory", 1, 1, 0),
                        new TierCounts("disk", 0, 1, 0),
                        new TierCounts("database", 1, 0, 0));
    }

    @Test
    void givesBackExactlyWhatWasSetFromEveryTier() {
        CacheEntry full = new CacheEntry(
                key("bees 🐝 \"x\""), "{\"a\":[1,null]}", "https://a.example/v", null, 0.75, clock.instant(), DAY);
        for (Tier tier : tiers()) {
            tier.put(full);
            assertThat(tier.find(full.key())).as(tier.name()).contains(full);
            CacheEntry bare = CacheEntry.of(full.key(), "b", clock.instant(), DAY);
            tier.put(bare);
            assertThat(tier.find(full.key())).as(tier.name()).contains(bare);
        }
    }

    @Test
    void forgetsWhenTheTimeIsOver() {
        load("pexels", "bees");
        clock.advance(DAY.minusSeconds(1));
        assertThat(cache.get(key("bees"))).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(cache.get(key("bees"))).isEmpty();
        assertThat(load("pexels", "bees")).isEqualTo("answer 2");
        assertThat(load("pexels", "bees")).isEqualTo("answer 2");
    }

    @Test
    void clearsAwayWhatIsOver() throws Exception {
        load("pexels", "bees");
        clock.advance(DAY);
        cache.prune();
        assertThat(rows()).isZero();
        assertThat(files()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"pexels:*, 2", "*bees, 2", "*:wasps, 1", "pexels:bee?, 1", "*, 3", "pexels, 0", "PEXELS:*, 0", "'', 0"})
    void invalidatesByPatternInAllTiers(String pattern, int expected) throws Exception {
        load("pexels", "bees");
        load("pexels", "wasps");
        load("pixabay", "bees");
        assertThat(cache.invalidate(pattern)).isEqualTo(expected);
        assertThat(rows()).isEqualTo(3 - expected);
        assertThat(files()).isEqualTo(3 - expected);
        int loadsBefore = loads.get();
        load("pexels", "bees");
        load("pexels", "wasps");
        load("pixabay", "bees");
        assertThat(loads.get() - loadsBefore).isEqualTo(expected);
    }

    @Test
    void doesNotKeepWhatWasLoadedBeforeAnInvalidation() {
        String stale = cache.text(key("bees"), DAY, () -> {
            cache.invalidate("*");
            return "stale";
        });
        assertThat(stale).isEqualTo("stale");
        assertThat(cache.get(key("bees"))).isEmpty();
    }

    @Test
    void letsOneLoadForAllWhoMissTogether() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try {
            List<CompletableFuture<String>> all = IntStream.range(0, 16)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> cache.text(key("bees"), DAY, () -> {
                                loading.countDown();
                                await(finish);
                                return "answer " + loads.incrementAndGet();
                            }),
                            pool))
                    .toList();
            assertThat(loading.await(10, TimeUnit.SECONDS)).isTrue();
            finish.countDown();
            for (CompletableFuture<String> one : all) {
                assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo("answer 1");
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void sharesAFailureWithAllWhoWaitAndForgetsIt() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try {
            CompletableFuture<String> first = CompletableFuture.supplyAsync(
                    () -> cache.text(key("bees"), DAY, () -> {
                        loading.countDown();
                        await(finish);
                        throw new Failure.Processing("DOWN", true, "down " + loads.incrementAndGet());
                    }),
                    pool);
            loading.await();
            Thread[] second = new Thread[1];
            CompletableFuture<String> follower = CompletableFuture.supplyAsync(
                    () -> {
                        second[0] = Thread.currentThread();
                        return cache.text(key("bees"), DAY, () -> "loaded twice");
                    },
                    pool);
            Awaitility.await().until(() -> second[0] != null && second[0].getState() == Thread.State.WAITING);
            finish.countDown();
            assertThatThrownBy(first::join).hasRootCauseMessage("down 1");
            assertThatThrownBy(follower::join).hasRootCauseMessage("down 1");
        } finally {
            pool.shutdownNow();
        }
        assertThat(load("pexels", "bees")).isEqualTo("answer 2");
    }

    @Test
    void refusesALoaderThatWaitsForItself() {
        assertThatThrownBy(() -> cache.text(key("bees"), DAY, () -> cache.text(key("bees"), DAY, () -> "x")))
                .isInstanceOf(Failure.Internal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd", "a/b\\c", "'; drop table media_cache; --", "nul\0inside", "line\nbreak", "%_*?[x]",
                "\uD800 unpaired", "\\u0000", "", "🐝", "c:\\x\\u12", "trailing\\"
            })
    void takesAnyKeyForData(String query) throws Exception {
        CacheEntry entry = CacheEntry.of(new CacheKey("pexels", query), "body", clock.instant(), DAY);
        for (Tier tier : tiers()) {
            tier.put(entry);
            assertThat(tier.find(entry.key())).as(tier.name()).contains(entry);
        }
        assertThat(rows()).isEqualTo(1);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void tellsKeysApartThatLookAlike() {
        List<String> queries = List.of("a\0", "a\\u0000", "a", "a ", "A", "a\\", "a\\\\");
        assertThat(queries.stream().map(q -> new CacheKey("x", q).id()).distinct())
                .hasSize(queries.size());
        assertThat(new CacheKey("a", "b:c").id()).isNotEqualTo(new CacheKey("b", "a:c").id());
        assertThatThrownBy(() -> new CacheKey("a:b", "c")).isInstanceOf(Failure.Validation.class);
    }

    @Test
    void missesWhenTheFileOfAnEntryHasGone() throws Exception {
        Path file = Files.writeString(folder.resolve("clip.mp4"), "x");
        cache.set(new CacheEntry(key("bees"), null, null, file.toString(), null, clock.instant(), DAY));
        assertThat(cache.get(key("bees"))).isPresent();
        Files.delete(file);
        assertThat(cache.get(key("bees"))).isEmpty();
    }

    @Test
    void worksOnWithoutATierThatFails() {
        Jdbi.create(database).useHandle(handle -> handle.execute("drop table media_cache"));
        assertThat(load("pexels", "bees")).isEqualTo("answer 1");
        assertThat(load("pexels", "bees")).isEqualTo("answer 1");
        assertThat(cache.counts().get(2).errors()).isEqualTo(2);
    }

    @Test
    void takesADamagedFileForAMiss() throws Exception {
        load("pexels", "bees");
        DiskTier disk = new DiskTier(folder.resolve("disk"));
        try (Stream<Path> all = Files.walk(folder.resolve("disk"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "{\"space\":\"pexels\",\"que");
            }
        }
        assertThat(disk.find(key("bees"))).isEqualTo(Optional.empty());
        assertThat(files()).isZero();
    }

    @Test
    void keepsItsMemoryBounded() {
        MemoryTier memory = new MemoryTier(1_000_000);
        for (int i = 0; i < 1000; i++) {
            memory.put(entry("query " + i, "x".repeat(10_000)));
        }
        long kept = IntStream.range(0, 1000)
                .filter(i -> memory.find(key("query " + i)).isPresent())
                .count();
        assertThat(kept).isBetween(1L, 50L);
    }

    private Cache cache() {
        return new Cache(tiers(), clock);
    }

    private List<Tier> tiers() {
        return List.of(
                new MemoryTier(10_000_000), new DiskTier(folder.resolve("disk")), new DatabaseTier(database, clock));
    }

    private String load(String space, String query) {
        return cache.text(new CacheKey(space, query), DAY, () -> "answer " + loads.incrementAndGet());
    }

    private static CacheKey key(String query) {
        return new CacheKey("pexels", query);
    }

    private CacheEntry entry(String query, String body) {
        return CacheEntry.of(key(query), body, clock.instant(), DAY);
    }

    private int rows() {
        return Jdbi.create(database).withHandle(handle -> handle.createQuery("select count(*) from media_cache")
                .mapTo(Integer.class)
                .one());
    }

    private long files() throws Exception {
        try (Stream<Path> all = Files.walk(folder.resolve("disk"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
