package dev.viralvideo.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.MediaInfo;
import dev.viralvideo.ffmpeg.ProgressListener;
import dev.viralvideo.ffmpeg.TestFfmpeg;
import dev.viralvideo.stock.Licence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipFilesTest {
    private static final Ffmpeg FFMPEG = TestFfmpeg.shared();

    @TempDir
    Path folder;

    private final ShotNeed need = Needs.of(0, "night");

    @BeforeEach
    void aWorkFolder() throws IOException {
        Files.createDirectories(folder.resolve("work").resolve(need.projectId()));
    }

    @Test
    void aStillOfOneColourIsNotShownForNothingWouldMoveInIt() {
        Fetched fetched = fetched(still("color=c=0x0a0a0c:s=1080x1920"));

        assertThat(fetched.clip()).isNull();
        assertThat(fetched.reason()).contains("one colour");
    }

    @Test
    void aSoftGradientIsShown() {
        assertThat(fetched(still("gradients=s=1080x1920:c0=0x101830:c1=0x304878:x0=0:y0=0:x1=0:y1=1919:seed=1"))
                        .clip())
                .isNotNull();
    }

    @Test
    void leavesNothingBesideTheUsersFile() throws IOException {
        Path file = still("color=c=black:s=640x640");
        fetched(file);

        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    private Fetched fetched(Path file) {
        MediaInfo info = FFMPEG.probe(file);
        Candidate candidate = new Candidate(
                "local",
                "night",
                Clip.Kind.STILL,
                file.toString(),
                info.width(),
                info.height(),
                null,
                "night",
                "night",
                0,
                null,
                Licence.OWN,
                null);
        ClipFiles files = new ClipFiles(
                null, FFMPEG::probe, new PictureCheck(240), new PictureHash(FFMPEG), folder.resolve("work"));
        return files.fetch(need, new Offer(0, candidate, null));
    }

    private Path still(String source) {
        Path file = folder.resolve("media").resolve("night.png");
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        List<String> arguments =
                List.of("-f", "lavfi", "-i", source, "-frames:v", "1", "-update", "1", file.toString());
        FFMPEG.run(new FfmpegCommand("test", "still", arguments, Duration.ofSeconds(30), 0), ProgressListener.NONE);
        return file;
    }
}
