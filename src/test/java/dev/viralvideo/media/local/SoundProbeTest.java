package dev.viralvideo.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundProbeTest {
    @TempDir
    static Path home;

    private static Ffmpeg ffmpeg;

    @BeforeAll
    static void unpack() {
        ffmpeg = Ffmpeg.embedded(home.resolve("ffmpeg"));
    }

    @Test
    void wholeFilesPass() {
        assertThat(new SoundProbe(ffmpeg)
                        .apply(make("whole.jpg", "-frames:v", "1"))
                        .still())
                .isTrue();
        assertThat(new SoundProbe(ffmpeg).apply(make("whole.mp4", "-t", "2")).still())
                .isFalse();
        assertThat(new SoundProbe(ffmpeg).apply(make("whole.gif", "-t", "1")).still())
                .isFalse();
    }

    @Test
    void aNameIsANameEvenWhereFfmpegWouldSeeAPatternOfManyFiles() throws IOException {
        Path still = make("plain.png", "-frames:v", "1");
        for (String name : List.of("bee %03d.png", "bees*.png", "50% 'of' [bees]; \\ $(id).png", "-y.png", "a:b.png")) {
            Path file = Files.copy(still, home.resolve(name));
            assertThat(new SoundProbe(ffmpeg).apply(file).still()).as(name).isTrue();
        }
    }

    @Test
    void aStillThatBrokeOffIsRefused() throws IOException {
        Path file = half(make("part.jpg", "-frames:v", "1"));
        assertThatThrownBy(() -> new SoundProbe(ffmpeg).apply(file)).isInstanceOf(Failure.Validation.class);
    }

    @Test
    void aVideoThatBrokeOffIsRefused() throws IOException {
        Path file = half(make("part.mp4", "-t", "4", "-g", "15", "-movflags", "+faststart"));
        assertThatThrownBy(() -> new SoundProbe(ffmpeg).apply(file)).isInstanceOf(Failure.Validation.class);
    }

    private static Path make(String name, String... options) {
        Path file = home.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc=s=640x360"));
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        ffmpeg.run(new FfmpegCommand("test", name, arguments, Duration.ofSeconds(30), 0), ProgressListener.NONE);
        return file;
    }

    private static Path half(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
    }
}
