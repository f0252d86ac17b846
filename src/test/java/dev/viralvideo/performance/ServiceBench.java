package dev.viralvideo.performance;

import dev.viralvideo.project.TemporaryFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code ./vvg serve} costs while nobody wants anything of it: how soon it is ready, on a new home folder and on
 * one that was used before, and what it takes idle. An argument replaces the number of starts and prints only.
 */
public final class ServiceBench {
    private static final int STARTS = 5;
    private static final int SETTLING_SECONDS = 60;
    private static final int IDLE_SECONDS = 60;
    private static final Pattern ADDRESS = Pattern.compile("(http://[^/]+)/hawtio");

    private final Path folder = TemporaryFolder.untilExit("vvg-service-bench");
    private final StringBuilder rows = new StringBuilder("| figure | target | measured | how |\n|---|---|---|---|\n");

    private ServiceBench() {}

    public static void main(String[] arguments) throws Exception {
        ServiceBench bench = new ServiceBench();
        bench.measure(arguments.length > 0 ? Integer.parseInt(arguments[0]) : STARTS);
        String table = Machine.told(STARTS) + "\n\n" + bench.rows;
        System.out.print(table);
        if (arguments.length == 0) {
            new FiguresPage(Path.of("docs", "figures.md")).put("make bench-service", table);
        }
        System.exit(0);
    }

    private void measure(int starts) throws IOException, InterruptedException {
        Series first = new Series();
        Series again = new Series();
        for (int i = 0; i < starts; i++) {
            Path home = folder.resolve("home-" + i);
            first.add(start(home));
            again.add(start(home));
        }
        row(
                "start to ready",
                "< 4 s",
                again.told(" s"),
                "launcher to 200 from `/health/ready`, home folder used before");
        row(
                "the same on a new home folder",
                "",
                first.told(" s"),
                "FFmpeg and fonts are unpacked, the database is made");
        idle(folder.resolve("home-0"));
    }

    private static double start(Path home) throws IOException, InterruptedException {
        try (Running service = new Running(home)) {
            return service.ready;
        }
    }

    private void idle(Path home) throws IOException, InterruptedException {
        try (Running service = new Running(home)) {
            TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            double before = service.cpuSeconds();
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            double percent = (service.cpuSeconds() - before) / IDLE_SECONDS * 100;
            row(
                    "idle: memory",
                    "< 250 MB",
                    String.format(Locale.ROOT, "%.0f MB", service.residentMegabytes()),
                    "resident set, two minutes after the start");
            row(
                    "idle: CPU",
                    "< 1 %",
                    String.format(Locale.ROOT, "%.2f %%", percent),
                    "of a core, over the second of these minutes");
        }
    }

    private void row(String... cells) {
        rows.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** The launcher of this checkout, which becomes the service. */
    private static final class Running implements AutoCloseable {
        private final Process process;
        /** Seconds from the launcher on. */
        private final double ready;

        Running(Path home) throws IOException, InterruptedException {
            Path log = Files.createDirectories(home).resolve("serve.log");
            long start = System.nanoTime();
            process = new ProcessBuilder(
                            Path.of("vvg").toAbsolutePath().toString(),
                            "serve",
                            "--home",
                            home.toString(),
                            "--port",
                            "0",
                            "--set",
                            "vvg.online=false")
                    .redirectError(log.toFile())
                    .start();
            String address = address(process.inputReader());
            if (status(address + "/health/ready") != 200) {
                throw new IllegalStateException("the service is not ready, see " + log);
            }
            ready = (System.nanoTime() - start) / 1e9;
        }

        private static String address(BufferedReader lines) throws IOException {
            String line;
            while ((line = lines.readLine()) != null) {
                Matcher address = ADDRESS.matcher(line);
                if (address.find()) {
                    return address.group(1);
                }
            }
            throw new IllegalStateException("vvg serve has ended");
        }

        private static int status(String url) throws IOException, InterruptedException {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }

        double residentMegabytes() {
            return stat().megabytes();
        }

        double cpuSeconds() {
            return stat().ownSeconds();
        }

        private ProcessTree.Stat stat() {
            return ProcessTree.Stat.of(String.valueOf(process.pid()));
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }
}
