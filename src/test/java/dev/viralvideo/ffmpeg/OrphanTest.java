package dev.viralvideo.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FFmpeg does not outlive us, however we end. */
@DisabledOnOs(OS.WINDOWS)
class OrphanTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsLeftWhenTheJvmIsKilled(boolean forcibly) throws IOException {
        Process jvm = JavaProcess.of(EncodeForever.class, folder.toString());
        try (BufferedReader output = jvm.inputReader()) {
            assertThat(output.readLine()).isEqualTo("encoding");
            List<ProcessHandle> children = jvm.descendants().toList();
            assertThat(children)
                    .anyMatch(child -> child.info().command().orElse("").endsWith("ffmpeg"));
            if (forcibly) {
                jvm.destroyForcibly();
            } else {
                jvm.destroy();
            }
            await().atMost(Duration.ofSeconds(3)).until(() -> children.stream().noneMatch(OrphanTest::works));
        } finally {
            jvm.destroyForcibly();
        }
    }

    /** A process that ended but that nobody has buried yet has no command any more. */
    private static boolean works(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** Another process that has much to do. */
    static final class EncodeForever {
        public static void main(String[] arguments) {
            Ffmpeg ffmpeg = Ffmpeg.embedded(Path.of("target", "ffmpeg"));
            FfmpegCommand command = TestFfmpeg.endless("x", Path.of(arguments[0], "x.mp4"), Duration.ofMinutes(5));
            ffmpeg.run(command, (told, frame) -> {
                System.out.println("encoding");
                System.out.flush();
            });
        }
    }
}
