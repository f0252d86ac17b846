package dev.viralvideo.performance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a process and all below it twenty times a second, in {@code /proc} (Linux): the memory of all together, and
 * the CPU time so far. Memory is the sum of resident sets, so what processes share counts more than once: an upper bound.
 */
final class ProcessTree implements AutoCloseable {
    private static final int MILLIS = 50;
    private static final double TICKS_PER_SECOND = 100;
    private static final double PAGES_PER_GB = (1 << 30) / 4096.0;

    /** @param cpu seconds of the whole tree up to then, ended processes included */
    record Sample(long millis, double cpu, double gigabytes) {}

    private final ProcessHandle root;
    private final List<Sample> samples = new ArrayList<>();
    private final Thread watcher = new Thread(this::watch, "process-tree");
    private volatile boolean closed;

    ProcessTree(ProcessHandle root) {
        this.root = root;
        watcher.setDaemon(true);
        watcher.start();
    }

    double peakGigabytes() {
        return samples.stream().mapToDouble(Sample::gigabytes).max().orElse(0);
    }

    /** CPU seconds between two moments, to within a sample. */
    double cpuBetween(long fromMillis, long toMillis) {
        return cpuAt(toMillis) - cpuAt(fromMillis);
    }

    private double cpuAt(long millis) {
        double cpu = 0;
        for (Sample sample : samples) {
            if (sample.millis() > millis) {
                return cpu;
            }
            cpu = sample.cpu();
        }
        return cpu;
    }

    /** CPU seconds of all children of this process that have ended, and theirs: exact, to a hundredth. */
    static double cpuOfEndedChildren() {
        return Stat.of("self").childTicks() / TICKS_PER_SECOND;
    }

    private void watch() {
        while (!closed) {
            samples.add(look());
            try {
                Thread.sleep(MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Sample look() {
        double ticks = 0;
        double pages = 0;
        List<ProcessHandle> all = new ArrayList<>(root.descendants().toList());
        all.add(root);
        for (ProcessHandle one : all) {
            Stat stat = Stat.of(Long.toString(one.pid()));
            ticks += stat.ownTicks() + stat.childTicks();
            pages += stat.pages();
        }
        return new Sample(System.currentTimeMillis(), ticks / TICKS_PER_SECOND, pages / PAGES_PER_GB);
    }

    /** What proc(5) calls utime + stime, cutime + cstime and rss. */
    record Stat(long ownTicks, long childTicks, long pages) {
        double ownSeconds() {
            return ownTicks / TICKS_PER_SECOND;
        }

        double megabytes() {
            return pages * 4096.0 / (1 << 20);
        }

        static Stat of(String process) {
            try {
                String line = Files.readString(Path.of("/proc", process, "stat"));
                // the program's name may hold anything; field 3 follows its bracket
                String[] field = line.substring(line.lastIndexOf(')')).split(" ");
                return new Stat(sum(field, 12), sum(field, 14), Long.parseLong(field[22]));
            } catch (IOException e) {
                return new Stat(0, 0, 0);
            }
        }

        private static long sum(String[] field, int first) {
            return Long.parseLong(field[first]) + Long.parseLong(field[first + 1]);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        watcher.interrupt();
        watcher.join();
    }
}
