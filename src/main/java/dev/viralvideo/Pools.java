package dev.viralvideo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.main.Main;

/** The threads that work beside the routes: each pool bound by its name, all ended together. */
final class Pools implements AutoCloseable {
    private final Main camel;
    private final List<ExecutorService> pools = new ArrayList<>();

    Pools(Main camel) {
        this.camel = camel;
    }

    ExecutorService pool(String name, int threads) {
        return bounded(name, threads, Integer.MAX_VALUE);
    }

    /** @param most what may wait; more is refused */
    ExecutorService bounded(String name, int threads, int most) {
        ExecutorService pool = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(most), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        camel.bind(name, pool);
        pools.add(pool);
        return pool;
    }

    @Override
    public void close() {
        pools.forEach(ExecutorService::shutdownNow);
    }
}
