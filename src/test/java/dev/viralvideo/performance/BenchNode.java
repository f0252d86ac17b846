package dev.viralvideo.performance;

import dev.viralvideo.StubbedService;
import dev.viralvideo.project.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real service in a process of its own, with a heap of 256 MB and stages that only wait, each its usual share. */
final class BenchNode implements AutoCloseable {
    private static final Map<Stage, Double> SHARES =
            Map.of(Stage.SCRIPT, 0.05, Stage.MEDIA, 0.08, Stage.AUDIO, 0.15, Stage.VIDEO, 0.72);
    private static final String STARTED = "started";

    private final Process process;
    private final BufferedReader out;

    private BenchNode(Process process) {
        this.process = process;
        this.out = process.inputReader();
    }

    /**
     * Returns when it has started.
     *
     * @param work all stages of a project together
     */
    static BenchNode start(Path home, Duration work, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                BenchNode.class.getName(),
                home.toString(),
                String.valueOf(work.toMillis())));
        settings.forEach((key, value) -> command.add(key + "=" + value));
        BenchNode node = new BenchNode(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        node.expect(STARTED);
        return node;
    }

    private String expect(String beginning) throws IOException {
        String line;
        do {
            line = out.readLine();
            if (line == null) {
                throw new IOException("the node has ended");
            }
        } while (!line.startsWith(beginning));
        return line;
    }

    /** Megabytes that are in use after a collection; the work goes on meanwhile. */
    double liveMegabytes() throws IOException {
        PrintWriter in = new PrintWriter(process.outputWriter(), true);
        in.println("heap?");
        return Double.parseDouble(expect("heap ").substring("heap ".length()));
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The process itself: answers each line on its standard input and ends with it. */
    public static void main(String[] arguments) throws IOException {
        StubbedService.Builder builder = StubbedService.at(Path.of(arguments[0]));
        long work = Long.parseLong(arguments[1]);
        List.of(arguments).subList(2, arguments.length).forEach(setting -> {
            int equals = setting.indexOf('=');
            builder.set(setting.substring(0, equals), setting.substring(equals + 1));
        });
        builder.working((stage, order) -> pause(Math.round(work * SHARES.get(stage))));
        try (StubbedService service = builder.start()) {
            System.out.println(STARTED);
            while (System.in.read() >= 0) {
                System.in.skip(System.in.available());
                System.gc();
                long used =
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                System.out.println("heap " + used / 1048576.0);
            }
        }
        System.exit(0);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
