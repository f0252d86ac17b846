package dev.viralvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.viralvideo.App;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in another process, while FFmpeg renders. */
@EnabledOnOs(OS.LINUX)
class InterruptTest {
    @TempDir
    private Path home;

    @Test
    void ctrlCStopsFfmpegAndLeavesNoHalfFiles() throws Exception {
        Process vvg = start();
        try (BufferedReader out = vvg.inputReader()) {
            while (!"  audio done".equals(out.readLine())) {
                assertThat(vvg.isAlive()).isTrue();
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> ffmpegs(vvg).size() > 0);
            List<ProcessHandle> children = ffmpegs(vvg);

            // an impatient user presses twice
            interrupt(vvg);
            interrupt(vvg);

            assertThat(vvg.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(vvg.exitValue()).isEqualTo(130);
            await().atMost(Duration.ofSeconds(3)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
            assertThat(home.resolve("data/work")).isEmptyDirectory();
            assertThat(home.resolve("output")).isEmptyDirectory();
        } finally {
            vvg.destroyForcibly();
        }
    }

    private static void interrupt(Process vvg) throws Exception {
        new ProcessBuilder("kill", "-INT", String.valueOf(vvg.pid())).start().waitFor();
    }

    private Process start() throws IOException {
        Path topic = Files.writeString(home.resolve("t.md"), "# Bees\n\nBees dance to tell where flowers are.\n");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // a test run that was put into the background ignores this signal, and its children inherit that
        return new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        App.class.getName(),
                        "make",
                        topic.toString(),
                        "--set",
                        "vvg.online=false",
                        "--home",
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<ProcessHandle> ffmpegs(Process vvg) {
        return vvg.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("ffmpeg"))
                .toList();
    }
}
