package dev.viralvideo.media.local;

import static dev.viralvideo.ffmpeg.PixelColours.BT709;
import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.MediaInfo;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.media.Candidate;
import dev.viralvideo.media.Clip;
import dev.viralvideo.media.Needs;
import dev.viralvideo.media.ShotNeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMediaTest {
    private static final int MANY = 5000;

    @TempDir
    Path home;

    private final Map<String, MediaInfo> answers = new HashMap<>();
    private final AtomicInteger probes = new AtomicInteger();

    @Test
    void filesAreFoundByNameFolderAndTags() throws IOException {
        file("HoneyBees.mp4", video(1080, 1920));
        file("bees/wide.jpg", still(4000, 3000));
        file("IMG_1234.mov", video(1920, 1080));
        Files.writeString(media().resolve("IMG_1234.tags.txt"), "garden, bee\nflower");
        file("cats.mp4", video(1080, 1920));
        assertThat(names(local(false).search(Needs.of(0, "bee"))))
                .containsExactly("HoneyBees.mp4", "IMG_1234.mov", "wide.jpg");
    }

    @Test
    void whatDoesNotFitIsNotEvenProbed() throws IOException {
        file("cats.mp4", video(1080, 1920));
        assertThat(local(false).search(Needs.of(0, "bee"))).isEmpty();
        assertThat(probes).hasValue(0);
    }

    @Test
    void aFolderThatTheUserPointedToServesWhateverItsNames() throws IOException {
        file("IMG_1.mp4", video(1080, 1920));
        file("bee.mp4", video(1080, 1920));
        assertThat(names(local(true).search(Needs.of(0, "bee")))).containsExactly("bee.mp4", "IMG_1.mp4");
    }

    @Test
    void unusableFilesAreSkippedByNameWhileTheOthersServe() throws IOException {
        file("bee.mp4", video(1080, 1920));
        file("bee-empty.mp4", null);
        Files.write(media().resolve("bee-empty.mp4"), new byte[0]);
        file("bee-corrupt.mp4", null);
        file(
                "bee-song.mp4",
                new MediaInfo("mp4", 9, false, true, false, null, null, null, null, null, null, null, null, "aac"));
        file("bee-dot.png", still(1, 1));
        file("bee-small.jpg", still(320, 200));
        file("bee-poster.tif", still(20_000, 10_000));
        file("bee-notes.docx", null);
        LocalMedia local = local(false);
        assertThat(names(local.search(Needs.of(0, "bee")))).containsExactly("bee.mp4");
        assertThat(local.skipped(List.of(Needs.of(0, "bee"))))
                .containsExactly(
                        "bee-corrupt.mp4: cannot be read as a picture or video",
                        "bee-dot.png: is too small (1×1 pixels; the shorter side needs at least 240)",
                        "bee-empty.mp4: is empty",
                        "bee-notes.docx: is not of a picture or video format that is read",
                        "bee-poster.tif: is too large (20000×10000 pixels; at most 100 megapixels)",
                        "bee-small.jpg: is too small (320×200 pixels; the shorter side needs at least 240)",
                        "bee-song.mp4: has sound only, no picture");
    }

    @Test
    void eachStateOfAFileIsProbedOnce() throws IOException {
        file("bee.mp4", video(1080, 1920));
        LocalMedia local = local(false);
        local.search(Needs.of(0, "bee"));
        local.search(Needs.of(1, "bee"));
        assertThat(probes).hasValue(1);
    }

    /** Each of forty segments asks for all of the folder: read anew each time, that took longer than a search may. */
    @Test
    void noSearchReadsAFileThatWasReadBefore() throws IOException {
        file("bee.mp4", video(1080, 1920));
        LocalMedia local = local(false);
        String id = local.search(Needs.of(0, "bee")).get(0).id();
        Path file = media().resolve("bee.mp4");
        FileTime modified = Files.getLastModifiedTime(file);
        Files.write(file, new byte[(int) Files.size(file)]);
        Files.setLastModifiedTime(file, modified);

        assertThat(local.search(Needs.of(1, "bee")).get(0).id()).isEqualTo(id);
    }

    @Test
    void whatWasSurveyedIsNotLookedIntoAgain() throws IOException {
        file("bee-corrupt.mp4", null);
        file("bee.mp4", video(1080, 1920));
        LocalMedia local = local(false);

        local.survey(List.of(Needs.of(0, "bee"), Needs.of(1, "bee")));
        assertThat(probes).hasValue(2);

        assertThat(names(local.search(Needs.of(0, "bee")))).containsExactly("bee.mp4");
        assertThat(local.skipped(List.of(Needs.of(0, "bee")))).hasSize(1);
        assertThat(probes).hasValue(2);
    }

    @Test
    void ofALargeFolderOnlyAsManyFilesAreLookedIntoAsAreOffered() throws IOException {
        for (int i = 100; i < 400; i++) {
            file("bee-" + i + ".mp4", i < 150 ? null : video(1080, 1920));
        }
        LocalMedia local = local(false);

        local.survey(List.of(Needs.of(0, "bee")));

        // two rounds of thirty find ten, the third finds enough
        assertThat(probes).hasValue(90);
        assertThat(names(local.search(Needs.of(0, "bee")))).hasSize(30).startsWith("bee-150.mp4");
        assertThat(local.skipped(List.of(Needs.of(0, "bee")))).hasSize(50);
        assertThat(probes).hasValue(90);
    }

    @Test
    void noMoreFilesAreListedThanTheSettingAllows() throws IOException {
        for (int i = 0; i < 5; i++) {
            file("bee-" + i + ".mp4", video(1080, 1920));
        }
        LocalMedia local = new LocalMedia(media(), 3, this::probe, true, List::of);
        assertThat(local.search(Needs.of(0, "bee"))).hasSize(3);
    }

    @Test
    void hiddenFilesAndLinksOutOfTheFolderAreNotUsed() throws IOException {
        Files.createDirectories(home.resolve("private"));
        Files.writeString(home.resolve("private/bee.mp4"), "x");
        file("inside-bee.mp4", video(1080, 1920));
        file(".bee.mp4", video(1080, 1920));
        file(".hidden/bee.mp4", video(1080, 1920));
        Files.createSymbolicLink(media().resolve("linked-bee.mp4"), home.resolve("private/bee.mp4"));
        Files.createSymbolicLink(media().resolve("folder-bee"), home.resolve("private"));
        LocalMedia local = local(false);
        assertThat(names(local.search(Needs.of(0, "bee")))).containsExactly("inside-bee.mp4");
        assertThat(local.skipped(List.of(Needs.of(0, "bee"))))
                .containsExactly(
                        "folder-bee: is a link that leads out of the media folder",
                        "linked-bee.mp4: is a link that leads out of the media folder");
    }

    @Test
    void aRequestMayNameItsFilesButNoneOutsideOfTheFolder() throws IOException {
        file("trip/one.mp4", video(1080, 1920));
        file("trip/two.mp4", video(1080, 1920));
        file("bee.mp4", video(1080, 1920));
        Files.writeString(home.resolve("secret.mp4"), "x");
        ShotNeed need = Needs.with(0, Aspect.PORTRAIT, List.of("trip/", "../secret.mp4", "$(rm -rf)\n.mp4"), "bee");
        LocalMedia local = local(false);
        assertThat(names(local.search(need))).containsExactly("one.mp4", "two.mp4");
        assertThat(local.skipped(List.of(need)))
                .containsExactly(
                        "$(rm -rf)\uFFFD.mp4: is not in the media folder", "../secret.mp4: is not in the media folder");
    }

    @Test
    void anotherProviderMayBeAskedForInstead() throws IOException {
        file("bee.mp4", video(1080, 1920));
        assertThat(local(true).search(Needs.with(0, Aspect.PORTRAIT, List.of("backdrop"), "bee")))
                .isEmpty();
    }

    @Test
    void copiesOfOneFileAreOneClip() throws IOException {
        file("bee.mp4", video(1080, 1920));
        file("bee copy.mp4", video(1080, 1920));
        Files.write(media().resolve("bee copy.mp4"), Files.readAllBytes(media().resolve("bee.mp4")));
        assertThat(local(false).search(Needs.of(0, "bee")))
                .extracting(Candidate::key)
                .hasSize(2)
                .containsOnly(local(false).search(Needs.of(0, "bee")).get(0).key());
    }

    @Test
    void oddButSoundFilesAreUsed() throws IOException {
        file(
                "bee-10bit.mkv",
                new MediaInfo(
                        "matroska",
                        8,
                        true,
                        false,
                        false,
                        1920,
                        1080,
                        0,
                        23.976,
                        null,
                        "hevc",
                        "yuv420p10le",
                        BT709,
                        null));
        file(
                "bee-rotated.mov",
                new MediaInfo(
                        "mov", 8, true, true, false, 1080, 1920, 90, 29.1, null, "h264", "yuv420p", BT709, "aac"));
        file(
                "bee.gif",
                new MediaInfo("gif", 2, true, false, false, 480, 480, 0, 12.0, null, "gif", "bgra", BT709, null));
        assertThat(local(false).search(Needs.of(0, "bee"))).hasSize(3).allMatch(c -> c.kind() == Clip.Kind.VIDEO);
    }

    @Test
    void aMissingFolderIsAnEmptyOne() {
        LocalMedia local = new LocalMedia(home.resolve("none"), MANY, this::probe, true, List::of);
        assertThat(local.search(Needs.of(0, "bee"))).isEmpty();
        assertThat(local.skipped(List.of(Needs.of(0, "bee")))).isEmpty();
    }

    private LocalMedia local(boolean anyFits) {
        return new LocalMedia(media(), MANY, this::probe, anyFits, () -> List.of("local", "backdrop"));
    }

    private Path media() {
        return home.resolve("media");
    }

    private void file(String name, MediaInfo info) throws IOException {
        Path file = media().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "content of " + name);
        answers.put(file.getFileName().toString(), info);
    }

    private MediaInfo probe(Path file) {
        probes.incrementAndGet();
        MediaInfo info = answers.get(file.getFileName().toString());
        if (info == null) {
            throw new Failure.Validation("UNREADABLE_MEDIA", file + ": not media");
        }
        return info;
    }

    private static List<String> names(List<Candidate> candidates) {
        return candidates.stream()
                .map(c -> Path.of(c.source()).getFileName().toString())
                .toList();
    }

    private static MediaInfo video(int width, int height) {
        return new MediaInfo(
                "mp4", 9, true, true, false, width, height, 0, 30.0, 270L, "h264", "yuv420p", BT709, "aac");
    }

    private static MediaInfo still(int width, int height) {
        return new MediaInfo(
                "jpeg", 0, true, false, true, width, height, 0, null, 1L, "mjpeg", "yuvj420p", BT709, null);
    }
}
