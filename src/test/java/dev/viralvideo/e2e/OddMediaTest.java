package dev.viralvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.json.Json;
import dev.viralvideo.video.Footage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on a media folder as people have them: phones' and cameras' odd files among broken ones. */
class OddMediaTest {
    private static final String POINTS =
            """
            # Five looks at the harbour

            1. The lighthouse stands tall at the harbour.
            2. The ferry turns around at noon.
            3. Sunset paints the water in many colours.
            4. The market sells fish until noon.
            5. The fisherman goes home in the evening.
            """;

    @TempDir
    Path home;

    private Path media() throws IOException {
        return Files.createDirectories(home.resolve("media"));
    }

    @Test
    void soundFilesAreUsedAndBrokenOnesAreSkippedByName() throws IOException {
        sound();
        broken();
        Path topic = Files.writeString(home.resolve("harbour.md"), POINTS);

        Run run = Run.vvg(home, "make", topic.toString(), "--seed", "3", "--set", "vvg.online=false");

        Path made = run.madePackage();
        JsonNode report = Json.read(Files.readString(made.resolve("report.json")), JsonNode.class);
        String skipped = report.path("skipped").toString();
        assertThat(List.of("empty-harbour.mp4", "text-harbour.mp4", "song-harbour.mp4", "dot-harbour.png"))
                .allSatisfy(name -> assertThat(skipped).contains(name));
        assertThat(report.path("segments").findValuesAsText("file"))
                .contains("lighthouse.mp4", "ferry.mp4", "sunset.mp4", "market.mp4")
                .doesNotContain("empty-harbour.mp4", "text-harbour.mp4", "song-harbour.mp4", "dot-harbour.png");
        // decoded to the last frame, which the command itself does only where it has seen something odd
        assertThat(Footage.frames(made.resolve("video.mp4")))
                .isEqualTo(report.path("measurements").path("frames").asLong());
    }

    private void sound() throws IOException {
        String hd = "testsrc2=s=1280x720:r=25";
        Footage.video(media().resolve("lighthouse.mp4"), "testsrc2=s=720x1280:r=24", 3);
        Footage.make(
                media().resolve("ferry.mp4"),
                "-display_rotation",
                "90",
                "-i",
                "file:" + Footage.video(home.resolve("flat.mp4"), hd, 3),
                "-c",
                "copy");
        Footage.video(media().resolve("sunset.mp4"), hd, 3, "-pix_fmt", "yuv420p10le", "-profile:v", "high10");
        Footage.video(media().resolve("market.mp4"), hd + ",select='not(mod(n,3))+gte(n,40)'", 3, "-fps_mode", "vfr");
        Footage.still(media().resolve("fisherman.jpg"), "mandelbrot=s=6000x4000");
    }

    private void broken() throws IOException {
        Files.createFile(media().resolve("empty-harbour.mp4"));
        Files.writeString(media().resolve("text-harbour.mp4"), "not a video ".repeat(1000));
        Footage.make(media().resolve("song-harbour.mp4"), "-f", "lavfi", "-i", "sine=f=440:d=3", "-c:a", "aac");
        Footage.still(media().resolve("dot-harbour.png"), "color=red:s=1x1");
        Path whole = Footage.video(home.resolve("whole.mp4"), "testsrc2=s=1280x720:r=25", 3, "-movflags", "+faststart");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(media().resolve("cut-off-harbour.mp4"), Arrays.copyOf(bytes, bytes.length / 3));
    }
}
