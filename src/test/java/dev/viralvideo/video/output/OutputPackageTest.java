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
    void aProjectHasOnePackageAndTheNewOneTakesThePlaceOfTheOld() throws IOException {
        Path first = publish("Honey bees");
        Files.writeString(first.resolve("captions.vtt"), "old");

        Path second = publish("Honey bees");

        assertThat(second).isEqualTo(first);
        assertThat(first.resolve("captions.vtt")).hasContent("WEBVTT");
        assertThat(names(output())).containsExactly("honey-bees-p1");
    }

    @Test
    void whoMayNotPublishAnyMoreLeavesThingsAsTheyWere() throws IOException {
        Path first = publish("Honey bees");
        Files.writeString(first.resolve("captions.vtt"), "old");

        assertThatThrownBy(() -> new OutputPackage(output())
                        .publish(delivery("Honey bees", media("video.mp4"), media("thumbnail.jpg")), () -> {
                            throw new IllegalStateException("cancelled");
                        }))
                .hasMessage("cancelled");
        assertThat(first.resolve("captions.vtt")).hasContent("old");
        assertThat(names(output())).containsExactly("honey-bees-p1");
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
    void whatACrashLeftOfTheSameProjectIsClearedAwayByTheNextTry() throws IOException {
        crashed(".honey-bees-p1.1a.part");
        crashed(".honey-bees-p1.1b.old");
        crashed(".wasps-p2.1c.part");

        publish("Honey bees");

        assertThat(names(output())).containsExactly(".wasps-p2.1c.part", "honey-bees-p1");
    }

    @Test
    void aCrashBetweenMovingTheOldPackageAsideAndRenamingTheNewOnePutsTheOldOneBack() throws IOException {
        crashed(".honey-bees-p1.1b.old");
        crashed(".honey-bees-p1.1a.part");

        settle();

        assertThat(names(output())).containsExactly("honey-bees-p1");
        assertThat(output().resolve("honey-bees-p1/video.mp4")).hasContent(".honey-bees-p1.1b.old");
    }

    @Test
    void aCrashBetweenRenamingTheNewPackageAndRemovingTheOldOneKeepsTheNewOne() throws IOException {
        crashed(".honey-bees-p1.1b.old");
        crashed("honey-bees-p1");

        settle();

        assertThat(names(output())).containsExactly("honey-bees-p1");
        assertThat(output().resolve("honey-bees-p1/video.mp4")).hasContent("honey-bees-p1");
    }

    @Test
    void hiddenFoldersOfOthersAreNoLeftovers() throws IOException {
        crashed(".git");
        crashed(".mine.part");

        assertThat(Leftover.in(output())).isEmpty();
    }

    private void crashed(String name) throws IOException {
        Path left = Files.createDirectories(output().resolve(name));
        Files.writeString(left.resolve("video.mp4"), name);
    }

    private void settle() throws IOException {
        for (Leftover leftover : Leftover.in(output())) {
            assertThat(leftover.projectId()).isEqualTo("p1");
            leftover.settle();
        }
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
                "own",
                "cmu-slt-hsmm",
                7,
                Map.of(),
                Map.of(),
                List.of(),
                "none",
                List.of(),
                List.of(),
                List.of(),
                Map.of("video", 3.5),
                null,
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
