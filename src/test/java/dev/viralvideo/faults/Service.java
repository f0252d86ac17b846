package dev.viralvideo.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A {@code vvg} of its own process on a home folder. */
final class Service implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String HEAP = "512m";

    private final Process process;
    private final Path output;
    private final Path home;

    private Service(Process process, Path output, Path home) {
        this.process = process;
        this.output = output;
        this.home = home;
    }

    /** @param kill where it ends itself, or null */
    static Service serve(Path home, KillPoint kill, Map<String, String> settings) throws IOException {
        return start(home, kill, HEAP, withSettings(home, settings, "serve"));
    }

    /** With so much memory, as {@code -Xmx} takes it. */
    static Service tight(Path home, String heap, Map<String, String> settings) throws IOException {
        return start(home, null, heap, withSettings(home, settings, "serve"));
    }

    /** Any other command. */
    static Service command(Path home, Map<String, String> settings, String... words) throws IOException {
        return start(home, null, HEAP, withSettings(home, settings, words));
    }

    private static List<String> withSettings(Path home, Map<String, String> settings, String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--home", home.toString()));
        settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        return arguments;
    }

    private static Service start(Path home, KillPoint kill, String heap, List<String> arguments) throws IOException {
        Path record = Files.createDirectories(record(home));
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "-Djava.awt.headless=true",
                "-Dvvg.install=" + Path.of("").toAbsolutePath(),
                Record.option(record)));
        if (kill != null) {
            line.add(kill.option());
        }
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), KilledService.class.getName()));
        line.addAll(arguments);
        Path output = Files.createTempFile(record, "output-", ".txt");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Service(process, output, home);
    }

    /** Where a service's events and steps are noted, and what it says. */
    static Path record(Path home) {
        return home.resolveSibling(home.getFileName() + "-record");
    }

    Service awaitServing() {
        Awaitility.await("the service starts")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("it ended with " + process.exitValue() + ": " + said());
                    }
                    return said().contains("vvg serves");
                });
        return this;
    }

    String said() throws IOException {
        return Files.readString(output);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** By its name, such as STOP. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().waitFor();
    }

    /** False when it still runs after that long. */
    boolean ended(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** The FFmpeg programs that work on files of this home, whoever started them. */
    List<ProcessHandle> ffmpegs() {
        return ffmpegs(home);
    }

    static List<ProcessHandle> ffmpegs(Path home) {
        return ProcessHandle.allProcesses()
                .filter(handle -> isFfmpeg(handle, home))
                .toList();
    }

    /** By /proc, because a process that ended but was not buried has a handle and no command line. */
    private static boolean isFfmpeg(ProcessHandle handle, Path home) {
        try {
            String[] line = Files.readString(Path.of("/proc", String.valueOf(handle.pid()), "cmdline"))
                    .split("\0");
            String program = Path.of(line[0]).getFileName().toString();
            return program.startsWith("ff") && String.join(" ", line).contains(home.toString());
        } catch (IOException | RuntimeException gone) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
