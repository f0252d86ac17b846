package dev.viralvideo.performance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Watches our child processes while something runs: their CPU time and memory (the latter on Linux only). */
final class ProcessMeter implements AutoCloseable {
    private final Map<Long, Duration> cpu = new ConcurrentHashMap<>();
    private final long start = System.nanoTime();
    private final Thread watcher = new Thread(this::watch, "process-meter");
    private volatile boolean closed;
    private volatile long peak;

    ProcessMeter() {
        watcher.setDaemon(true);
        watcher.start();
    }

    double wallSeconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    double cpuSeconds() {
        return cpu.values().stream()
                .mapToDouble(time -> time.toMillis() / 1000.0)
                .sum();
    }

    /** Largest sum over all children at one moment, in GB. */
    double peakGigabytes() {
        return peak / 1048576.0;
    }

    private void watch() {
        while (!closed) {
            long now =
                    ProcessHandle.current().descendants().mapToLong(this::look).sum();
            peak = Math.max(peak, now);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private long look(ProcessHandle process) {
        process.info().totalCpuDuration().ifPresent(time -> cpu.merge(process.pid(), time, ProcessMeter::longer));
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
    }
}
