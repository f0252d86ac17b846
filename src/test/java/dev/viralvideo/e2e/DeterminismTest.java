package dev.viralvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.ffmpeg.TestFfmpeg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input and seed give the same frames and sound, whoever of two workers is faster; another seed does not. */
class DeterminismTest {
    private static final String TEXT = "# Bees\n\nBees dance.\n\nHoney never spoils.\n";

    @TempDir
    private Path folder;

    @Test
    void theSeedDecidesEveryFrameAndSample() throws IOException {
        List<String> once = made("a", 1);
        List<String> again = made("b", 1);
        List<String> other = made("c", 2);

        assertThat(once).hasSizeGreaterThan(100);
        assertThat(again).isEqualTo(once);
        assertThat(other).doesNotContainAnyElementsOf(pictures(once));
    }

    /** Hashes of the decoded frames and of the sound. */
    private List<String> made(String home, long seed) throws IOException {
        Path topic = Files.writeString(folder.resolve("bees.md"), TEXT);
        Run run = Run.vvg(
                folder.resolve(home),
                "make",
                topic.toString(),
                "--aspect",
                "1:1",
                "--seed",
                String.valueOf(seed),
                "--quiet",
                "--set",
                "vvg.online=false",
                "--set",
                "vvg.video.parallel=2",
                "--set",
                "vvg.video.preset=ultrafast");
        Path hashes = folder.resolve(home + ".md5");
        TestFfmpeg.make(hashes, "-i", run.madePackage().resolve("video.mp4").toString(), "-f", "framemd5");
        return Files.readAllLines(hashes).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static List<String> pictures(List<String> hashes) {
        return hashes.stream().filter(line -> line.startsWith("0,")).toList();
    }
}
