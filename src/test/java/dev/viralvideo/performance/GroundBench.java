package dev.viralvideo.performance;

import com.sun.net.httpserver.HttpServer;
import dev.viralvideo.cache.Cache;
import dev.viralvideo.cache.CacheEntry;
import dev.viralvideo.cache.CacheKey;
import dev.viralvideo.cache.DatabaseTier;
import dev.viralvideo.cache.DiskTier;
import dev.viralvideo.cache.MemoryTier;
import dev.viralvideo.cache.Tier;
import dev.viralvideo.helpers.GroundTables;
import dev.viralvideo.http.Download;
import dev.viralvideo.http.FileType;
import dev.viralvideo.http.HttpSettings;
import dev.viralvideo.http.Providers;
import dev.viralvideo.project.TemporaryFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Prints what a cache hit costs in each tier, and the memory that ten parallel downloads of 200 MB need. */
public final class GroundBench {
    private static final int ENTRIES = 500;
    private static final long CLIP = 200L << 20;

    private GroundBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = TemporaryFolder.untilExit("ground-bench");
        downloads(folder);
        cache(folder);
    }

    private static void cache(Path folder) {
        Clock clock = Clock.systemUTC();
        String body = "{\"results\":\"" + "x".repeat(20_000) + "\"}";
        MemoryTier memory = new MemoryTier(100 << 20);
        for (Tier tier : List.of(
                memory, new DiskTier(folder.resolve("disk")), new DatabaseTier(GroundTables.in(folder), clock))) {
            Cache cache = new Cache(List.of(tier), clock);
            IntStream.range(0, ENTRIES)
                    .forEach(i -> cache.set(CacheEntry.of(key(i), body, clock.instant(), Duration.ofDays(1))));
            int rounds = tier == memory ? 400 : 4;
            long[] nanos = new long[rounds * ENTRIES];
            for (int i = 0; i < nanos.length; i++) {
                long start = System.nanoTime();
                if (cache.get(key(i % ENTRIES)).isEmpty()) {
                    throw new IllegalStateException("a hit was expected");
                }
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            System.out.printf(
                    Locale.ROOT,
                    "cache hit from %-8s (20 kB): median %8.2f µs, 99 %% under %8.2f µs%n",
                    tier.name(),
                    nanos[nanos.length / 2] / 1e3,
                    nanos[nanos.length * 99 / 100] / 1e3);
        }
    }

    private static CacheKey key(int i) {
        return new CacheKey("pexels", "a query of usual length, number " + i);
    }

    private static void downloads(Path folder) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(24);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(pool);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, CLIP);
            try (OutputStream out = exchange.getResponseBody()) {
                send(out);
            }
        });
        server.start();
        try (Providers providers = Providers.of(
                HttpSettings.of("bench", "", List.of("localhost")), folder.resolve("http"), text -> text)) {
            providers.declare("clips", java.util.Map.of("concurrency", "10"));
            String url = "http://localhost:" + server.getAddress().getPort() + "/";
            fetch(providers, folder, url, 99); // classes are loaded, as in a program that runs
            most("resident set", GroundBench::residentSet, providers, folder, url, pool);
            most("live heap", GroundBench::liveHeap, providers, folder, url, pool);
        } finally {
            server.stop(0);
            pool.shutdownNow();
        }
    }

    private static void most(
            String what, LongSupplier memory, Providers providers, Path folder, String url, ExecutorService pool) {
        System.gc();
        long before = memory.getAsLong();
        long peak = before;
        long start = System.nanoTime();
        CompletableFuture<?> all = CompletableFuture.allOf(IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.runAsync(() -> fetch(providers, folder, url, i), pool))
                .toArray(CompletableFuture[]::new));
        while (!all.isDone()) {
            peak = Math.max(peak, memory.getAsLong());
        }
        all.join();
        System.out.printf(
                Locale.ROOT,
                "ten downloads of 200 MB at once: at most %.1f MB of %s above idle (%.0f MB), %.1f s%n",
                (peak - before) / 1e6,
                what,
                before / 1e6,
                (System.nanoTime() - start) / 1e9);
    }

    private static void fetch(Providers providers, Path folder, String url, int i) {
        Download clip = Download.of(url + i, FileType.all(), CLIP, Duration.ofMinutes(5));
        Path file = folder.resolve("clip" + i + ".mp4");
        providers.named("clips").download(clip, file);
        file.toFile().delete();
    }

    private static void send(OutputStream out) throws IOException {
        byte[] block = new byte[1 << 16];
        byte[] head = HexFormat.of().parseHex("00000018667479706d703432");
        System.arraycopy(head, 0, block, 0, head.length);
        for (long sent = 0; sent < CLIP; sent += block.length) {
            out.write(block);
        }
    }

    /** What is reachable: garbage that waits to be collected is not need. */
    private static long liveHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** What the process really takes, garbage and all. */
    private static long residentSet() {
        try {
            Thread.sleep(5);
            String status = Files.readString(Path.of("/proc/self/status"));
            return Long.parseLong(status.replaceAll("(?s).*VmRSS:\\s+(\\d+) kB.*", "$1")) * 1024;
        } catch (IOException e) {
            throw new IllegalStateException("only Linux tells what a process takes", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
