package dev.viralvideo.video.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.Json;
import dev.viralvideo.script.Script;
import dev.viralvideo.video.quality.Measurements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputPackageTest {
    @TempDir
    Path work;

    @Test
    void thePackageIsComplete() throws IOException {
        Path folder = publish("Honey bees");

        assertThat(folder.getFileName()).hasToString("honey-bees-p1");
        assertThat(names(folder))
                .containsExactly(
                        "captions.srt",
                        "captions.vtt",
                        "credits.md",
                        "metadata.json",
                        "report.json",
                        "script.json",
                        "thumbnail.jpg",
                        "video.mp4");
        assertThat(Files.readString(folder.resolve("video.mp4"))).isEqualTo("video");
        assertThat(Json.MAPPER
                        .readTree(folder.resolve("metadata.json").toFile())
                        .path("hashtags"))
                .hasSize(1);
        assertThat(Json.MAPPER
                        .readTree(folder.resolve("report.json").toFile())
                        .path("measurements")
                        .path("frames")
                        .asInt())
                .isEqualTo(300);
    }

    @Test
    void anExistingPackageIsNeverTouched() throws IOException {
        Path first = publish("Honey bees");
        Files.writeString(first.resolve("video.mp4.note"), "mine");

        Path second = publish("Honey bees");

        assertThat(second.getFileName()).hasToString("honey-bees-p1-2");
        assertThat(first.resolve("video.mp4.note")).exists();
    }

    @Test
    void aHostileTopicStaysInTheFolder() throws IOException {
        assertThat(publish("../../../evil")).hasParentRaw(output()).hasFileName("evil-p1");
        assertThat(publish("🐝")).hasFileName("video-p1");
    }

    @Test
    void aFailureLeavesNothingBehind() throws IOException {
        Files.delete(media("video.mp4"));

        assertThatThrownBy(() -> new OutputPackage(output())
                        .publish(delivery("Honey bees", work.resolve("video.mp4"), media("thumbnail.jpg"))))
                .isInstanceOf(Failure.Resource.class)
                .hasMessageContaining("cannot be written");
        assertThat(names(output())).isEmpty();
    }

    @Test
    void whatACrashLeftIsClearedAway() throws IOException {
        Path left = Files.createDirectories(output().resolve(".honey-bees-p1.part"));
        Files.writeString(left.resolve("video.mp4"), "half");

        publish("Honey bees");

        assertThat(names(output())).containsExactly("honey-bees-p1");
    }

    @Test
    void anOutputFolderThatIsAFileIsToldPlainly() throws IOException {
        Files.writeString(output(), "a file");

        assertThatThrownBy(() -> publish("Honey bees"))
                .isInstanceOf(Failure.Resource.class)
                .hasMessageContaining(output().toString());
    }

    private Path publish(String topic) throws IOException {
        return new OutputPackage(output()).publish(delivery(topic, media("video.mp4"), media("thumbnail.jpg")));
    }

    private Path output() {
        return work.resolve("output");
    }

    private Path media(String name) throws IOException {
        return Files.writeString(work.resolve(name), name.substring(0, name.indexOf('.')));
    }

    private static Delivery delivery(String topic, Path video, Path thumbnail) {
        Script script =
                new Script(topic, topic, "All about it", "facts", "en", "own", List.of(), List.of("bees"), List.of());
        Measurements measured = new Measurements(10, 300, 1080, 1920, -14.0, -2.0, 0, 0, 0, List.of());
        Report report = new Report(
                "p1",
                topic,
                "facts",
                7,
                Map.of(),
                Map.of(),
                List.of(),
                "none",
                List.of(),
                List.of(),
                List.of(),
                Map.of("video", 3.5),
                measured,
                null);
        return new Delivery("p1", video, thumbnail, "1\n", "WEBVTT\n", script, List.of(), report);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
