package dev.viralvideo.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.Wiring;
import dev.viralvideo.config.Settings;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends a process ends it at once, even with an engine that nobody has closed. */
class ExitTest {
    @TempDir
    private Path home;

    @Test
    void noShutdownHookWaitsForAnEngineThatNobodyCloses() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExitTest.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = process.inputReader()) {
            String line;
            do {
                line = out.readLine();
                assertThat(line).isNotNull();
            } while (!line.equals("started"));

            assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(7);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The other process: starts and exits without closing. */
    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        Map<String, String> settings = Map.of("vvg.online", "false");
        Wiring.service(Settings.load(Path.of("").toAbsolutePath(), home, Map.of(), settings));
        System.out.println("started");
        System.out.flush();
        System.exit(7);
    }
}
