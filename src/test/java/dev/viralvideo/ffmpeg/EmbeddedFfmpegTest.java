package dev.viralvideo.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFfmpegTest {
    @TempDir
    private Path cache;

    @Test
    void threadsAndProcessesMayUnpackAtTheSameTime() throws Exception {
        Process other = JavaProcess.of(UnpackAndTellVersion.class, cache.toString());
        List<CompletableFuture<String>> versions = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Ffmpeg.embedded(cache).version(), task -> new Thread(task).start()))
                .toList();
        for (CompletableFuture<String> version : versions) {
            assertThat(version.get()).isEqualTo(TestFfmpeg.shared().version());
        }
        assertThat(new String(other.getInputStream().readAllBytes()).strip())
                .isEqualTo(TestFfmpeg.shared().version());
        assertThat(names(cache)).isNotEmpty().noneMatch(name -> name.startsWith("."));
    }

    @Test
    void theJniLibrariesAreLeftOut() throws IOException {
        Path home = new EmbeddedFfmpeg(Platform.current())
                .unpack(Path.of("target", "ffmpeg"))
                .ffmpeg()
                .getParent();
        assertThat(names(home)).isNotEmpty().noneMatch(name -> name.contains("jni"));
    }

    @Test
    void aPlatformThatIsNotBundledIsSaidSo() {
        EmbeddedFfmpeg elsewhere = new EmbeddedFfmpeg(Platform.of("Linux", "riscv64"));
        assertThatThrownBy(() -> elsewhere.unpack(cache))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContainingAll("linux-riscv64", "vvg.ffmpeg=system");
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidSo() throws IOException {
        Path file = Files.createFile(cache.resolve("a-file"));
        assertThatThrownBy(() -> Ffmpeg.embedded(file))
                .isInstanceOf(Failure.Resource.class)
                .hasMessageContaining(file.toString());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Another process that unpacks. */
    static final class UnpackAndTellVersion {
        public static void main(String[] arguments) {
            System.out.println(Ffmpeg.embedded(Path.of(arguments[0])).version());
        }
    }
}
