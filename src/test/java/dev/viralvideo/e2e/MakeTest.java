package dev.viralvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.ffmpeg.TestFfmpeg;
import dev.viralvideo.helpers.StoredEvents;
import dev.viralvideo.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job for real: a text file becomes a video of about ten seconds, measured by the packaged ffprobe. */
class MakeTest {
    private static final String TEXT =
            """
            # Why bees dance

            Bees tell each other where flowers are, and they do it by dancing.

            The angle of the dance shows the way. Its length shows how far it is.
            """;

    @TempDir
    private static Path home;

    private static Run run;
    private static Path made;
    private static JsonNode report;
    private static JsonNode probed;

    @BeforeAll
    static void make() throws IOException {
        Path topic = Files.writeString(home.resolve("bees.md"), TEXT);
        run = Run.vvg(home, "make", topic.toString(), "--seed", "7", "--set", "vvg.online=false");
        made = run.madePackage();
        report = Json.read(Files.readString(made.resolve("report.json")), JsonNode.class);
        probed = Json.read(
                TestFfmpeg.ffprobe(made.resolve("video.mp4"), "-count_frames", "-show_streams", "-show_format"),
                JsonNode.class);
    }

    @Test
    void theScreenTellsEachStageAndEndsWithThePathOfThePackage() {
        assertThat(run.err()).isEmpty();
        assertThat(run.out().get(0)).contains("Why bees dance");
        assertThat(run.out()).contains("  script done", "  media done", "  audio done", "  video done");
        assertThat(made).isDirectory().hasParent(home.resolve("output"));
        assertThat(made.getFileName().toString()).startsWith("why-bees-dance-");
    }

    @Test
    void thePackageIsComplete() {
        assertThat(made)
                .isDirectoryNotContaining(file -> file.toFile().length() == 0)
                .satisfies(folder -> assertThat(names(folder))
                        .containsExactly(
                                "captions.srt",
                                "captions.vtt",
                                "credits.md",
                                "metadata.json",
                                "report.json",
                                "script.json",
                                "thumbnail.jpg",
                                "video.mp4"));
    }

    @Test
    void thePictureIsWhatPhonesAndPlatformsPlay() {
        JsonNode video = stream("video");
        assertThat(video.path("codec_name").asText()).isEqualTo("h264");
        assertThat(video.path("profile").asText()).isEqualTo("High");
        assertThat(video.path("pix_fmt").asText()).isEqualTo("yuv420p");
        assertThat(video.path("width").asInt()).isEqualTo(1080);
        assertThat(video.path("height").asInt()).isEqualTo(1920);
        assertThat(video.path("r_frame_rate").asText()).isEqualTo("30/1");
        assertThat(video.path("color_space").asText()).isEqualTo("bt709");
        assertThat(video.path("color_primaries").asText()).isEqualTo("bt709");
        assertThat(video.path("color_transfer").asText()).isEqualTo("bt709");
        assertThat(video.path("color_range").asText()).isEqualTo("tv");
    }

    @Test
    void theSoundIsStereoAacAsLongAsThePicture() {
        JsonNode audio = stream("audio");
        assertThat(audio.path("codec_name").asText()).isEqualTo("aac");
        assertThat(audio.path("sample_rate").asInt()).isEqualTo(48_000);
        assertThat(audio.path("channels").asInt()).isEqualTo(2);
        assertThat(audio.path("duration").asDouble())
                .isCloseTo(stream("video").path("duration").asDouble(), within(0.05));
    }

    @Test
    void itLastsAboutTenSecondsAndEveryFrameIsThere() {
        double seconds = probed.path("format").path("duration").asDouble();
        int frames = stream("video").path("nb_read_frames").asInt();
        assertThat(seconds).isBetween(7.0, 14.0);
        assertThat(frames).isCloseTo((int) Math.round(seconds * 30), within(2));
        assertThat(report.path("measurements").path("frames").asInt()).isEqualTo(frames);
        assertThat(report.path("measurements").path("seconds").asDouble()).isCloseTo(seconds, within(0.05));
    }

    @Test
    void itStartsToPlayBeforeItIsLoaded() throws IOException {
        String bytes = Files.readString(made.resolve("video.mp4"), StandardCharsets.ISO_8859_1);
        assertThat(bytes.indexOf("moov")).isPositive().isLessThan(bytes.indexOf("mdat"));
    }

    @Test
    void theReportHoldsMeasurementsThatWouldPassThePlatforms() {
        JsonNode measured = report.path("measurements");
        assertThat(measured.path("loudnessLufs").asDouble()).isCloseTo(-14, within(1.0));
        assertThat(measured.path("truePeakDbtp").asDouble()).isLessThanOrEqualTo(-1);
        assertThat(measured.path("longestBlack").asDouble()).isLessThanOrEqualTo(1);
        assertThat(measured.path("longestFrozen").asDouble()).isLessThanOrEqualTo(1);
        assertThat(measured.path("longestSilence").asDouble()).isLessThanOrEqualTo(2);
        assertThat(measured.path("decodeWarnings")).isEmpty();
    }

    @Test
    void theReportTellsWhereEverythingComesFrom() {
        assertThat(report.path("seed").asLong()).isEqualTo(7);
        assertThat(report.path("segments")).isNotEmpty().allSatisfy(segment -> {
            assertThat(segment.path("provider").asText()).isEqualTo("backdrop");
            assertThat(segment.path("licence").isMissingNode()).isFalse();
            assertThat(segment.path("source").asText()).isEqualTo("user");
        });
        assertThat(report.path("degradations").toString()).contains("no footage");
        assertThat(report.path("versions").path("ffmpeg").asText()).startsWith("embedded");
        assertThat(report.path("stageSeconds").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("script", "media", "audio", "video");
    }

    @Test
    void theCaptionsSayWhatIsSpoken() throws IOException {
        String srt = Files.readString(made.resolve("captions.srt"));
        String spoken = srt.lines()
                .filter(line -> !line.isBlank() && !line.matches("\\d+|.* --> .*"))
                .reduce("", (all, line) -> all + " " + line);
        assertThat(spoken.strip().split("\\s+"))
                .containsExactly(TEXT.lines()
                        .skip(1)
                        .reduce("", (all, line) -> all + " " + line)
                        .strip()
                        .split("\\s+"));
        assertThat(Files.readString(made.resolve("captions.vtt"))).startsWith("WEBVTT");
    }

    @Test
    void theThumbnailHasTheSizeOfTheVideo() throws IOException {
        var picture = ImageIO.read(made.resolve("thumbnail.jpg").toFile());
        assertThat(picture.getWidth()).isEqualTo(1080);
        assertThat(picture.getHeight()).isEqualTo(1920);
    }

    @Test
    void theDatabaseKnowsEveryStepInOrder() {
        String id = report.path("projectId").asText();
        List<String> events = StoredEvents.of(home.resolve("data/vvg.db"), id);
        assertThat(events)
                .containsExactlyInAnyOrder(
                        "project.created",
                        "script.generated",
                        "media.sourced",
                        "audio.processed",
                        "rendering.started",
                        "video.composed",
                        "rendering.completed",
                        "project.completed");
        assertThat(events)
                .containsSubsequence(
                        "project.created",
                        "script.generated",
                        "audio.processed",
                        "rendering.started",
                        "video.composed",
                        "rendering.completed",
                        "project.completed");
    }

    @Test
    void nothingUnfinishedIsLeft() {
        assertThat(home.resolve("data/work")).isEmptyDirectory();
        assertThat(names(home.resolve("output")))
                .containsExactly(made.getFileName().toString());
    }

    private static JsonNode stream(String kind) {
        for (JsonNode stream : probed.path("streams")) {
            if (stream.path("codec_type").asText().equals(kind)) {
                return stream;
            }
        }
        throw new AssertionError("no " + kind + " stream in " + probed);
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
