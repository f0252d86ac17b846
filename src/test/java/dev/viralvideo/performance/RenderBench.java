package dev.viralvideo.performance;

import dev.viralvideo.ffmpeg.ProgressListener;
import dev.viralvideo.video.EncoderSettings;
import dev.viralvideo.video.Footage;
import dev.viralvideo.video.RenderPlan;
import dev.viralvideo.video.RenderPlanner;
import dev.viralvideo.video.RenderStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The render stage against the limit: encoding the very same finished frames with the same settings. Run by
 * {@code bench/render.sh}; arguments: repetitions (3), workers (2), threads a worker (1), lengths (15,45,180).
 */
public final class RenderBench {
    private final Path folder = Path.of("target", "bench").toAbsolutePath();
    private final BenchFootage footage = new BenchFootage(folder.resolve("footage"));
    private final int workers;
    private final int threads;

    private record Run(double wall, double cpu, double memory) {
        String cells(int seconds) {
            return String.format(Locale.ROOT, "%.1f s | %.1f s | %.2f s | %.2f GB", wall, cpu, cpu / seconds, memory);
        }
    }

    private RenderBench(int workers, int threads) throws IOException {
        this.workers = workers;
        this.threads = threads;
    }

    public static void main(String[] arguments) throws Exception {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        int workers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        String[] lengths = (arguments.length > 3 ? arguments[3] : "15,45,180").split(",");
        RenderBench bench = new RenderBench(workers, threads);
        StringBuilder table =
                new StringBuilder("| what | wall | CPU | CPU per output second | peak memory of FFmpeg |\n");
        table.append("|---|---|---|---|---|\n");
        for (String length : lengths) {
            int seconds = Integer.parseInt(length);
            table.append(seconds == 45 ? bench.againstTheLimit(seconds, times) : bench.alone(seconds));
        }
        System.out.print(table);
        Path results = Files.createDirectories(Path.of("bench", "results"));
        Files.writeString(results.resolve("render.md"), table);
    }

    private String alone(int seconds) throws Exception {
        return "| render " + seconds + " s | " + render(seconds).cells(seconds) + " |\n";
    }

    private String againstTheLimit(int seconds, int times) throws Exception {
        List<Run> renders = new ArrayList<>();
        List<Run> limits = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            renders.add(render(seconds));
            limits.add(limit(seconds));
            ratios.add(renders.get(i).wall() / limits.get(i).wall());
            System.err.printf(Locale.ROOT, "run %d: %s%n        %s%n", i + 1, renders.get(i), limits.get(i));
        }
        Files.deleteIfExists(folder.resolve("finished.yuv"));
        ratios.sort(Comparator.naturalOrder());
        return "| render " + seconds + " s, 9 segments | " + median(renders).cells(seconds) + " |\n"
                + "| only encode the same frames (the limit) | "
                + median(limits).cells(seconds) + " |\n"
                + String.format(
                        Locale.ROOT,
                        "| **wall ÷ limit, median of %d** | **%.2f** | %.2f | | |%n",
                        times,
                        ratios.get(times / 2),
                        median(renders).cpu() / median(limits).cpu());
    }

    private static Run median(List<Run> runs) {
        return runs.stream().sorted(Comparator.comparing(Run::wall)).toList().get(runs.size() / 2);
    }

    private Run render(int seconds) throws Exception {
        Path work = folder.resolve("work");
        clear(work);
        RenderPlan plan = new RenderPlanner(new EncoderSettings("veryfast", 20, threads))
                .plan("bench", footage.timeline(seconds), footage.sound(seconds), "bench", work);
        try (ProcessMeter meter = new ProcessMeter()) {
            inParallel(plan.longestFirst());
            plan.join().run(Footage.FFMPEG, ProgressListener.NONE);
            Run run = new Run(meter.wallSeconds(), meter.cpuSeconds(), meter.peakGigabytes());
            Files.copy(plan.join().output(), finished(), StandardCopyOption.REPLACE_EXISTING);
            return run;
        }
    }

    private void inParallel(List<RenderStep> steps) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (RenderStep step : steps) {
                running.add(pool.submit(() -> step.run(Footage.FFMPEG, ProgressListener.NONE)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** FFmpeg's own choice of threads: as fast as it can. */
    private Run limit(int seconds) throws IOException {
        Path raw = folder.resolve("finished.yuv");
        Footage.run(List.of("-i", finished().toString(), "-f", "rawvideo", raw.toString()));
        try (ProcessMeter meter = new ProcessMeter()) {
            Footage.run(List.of(
                    "-f",
                    "rawvideo",
                    "-pix_fmt",
                    "yuv420p",
                    "-s",
                    "1080x1920",
                    "-r",
                    "30",
                    "-i",
                    raw.toString(),
                    "-c:v",
                    "libx264",
                    "-profile:v",
                    "high",
                    "-preset",
                    "veryfast",
                    "-crf",
                    "20",
                    "-g",
                    "60",
                    folder.resolve("limit.mp4").toString()));
            return new Run(meter.wallSeconds(), meter.cpuSeconds(), meter.peakGigabytes());
        }
    }

    private Path finished() {
        return folder.resolve("finished.mp4");
    }

    private static void clear(Path work) throws IOException {
        if (Files.exists(work)) {
            try (Stream<Path> files = Files.list(work)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
