package dev.viralvideo.video.output;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.json.Json;
import dev.viralvideo.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The folder that the user gets, {@code output/<slug>-<id>/}. It is put together under a hidden name, flushed to the
 * disk and renamed: a folder with its final name is complete. A project has one: done again, it takes the place of the
 * one before.
 */
public final class OutputPackage {
    private final Path folder;

    /** @param folder where packages are put; made if need be */
    public OutputPackage(Path folder) {
        this.folder = folder;
    }

    /** @return the package's folder */
    public Path publish(Delivery delivery) {
        return publish(delivery, () -> {});
    }

    /**
     * @param permit asked at the last moment, when only the renaming is left; throws when the package is not wanted
     * @return the package's folder
     */
    public Path publish(Delivery delivery, Runnable permit) {
        PackageFolder place = new PackageFolder(folder, delivery.script().topic(), delivery.projectId());
        Path draft = null;
        try {
            draft = place.newDraft();
            fill(draft, delivery);
            FolderTree.flush(draft);
            permit.run();
            return place.replaceBy(draft);
        } catch (IOException e) {
            throw new Failure.Resource(
                    "OUTPUT_NOT_WRITABLE",
                    "the package cannot be written to " + folder + ": " + IoReason.of(e)
                            + "; check the disk's space and rights",
                    e);
        } finally {
            if (draft != null) {
                FolderTree.deleteQuietly(draft);
            }
        }
    }

    private static void fill(Path draft, Delivery delivery) throws IOException {
        take(delivery.video(), draft.resolve("video.mp4"));
        take(delivery.thumbnail(), draft.resolve("thumbnail.jpg"));
        Files.writeString(draft.resolve("captions.srt"), delivery.srt());
        Files.writeString(draft.resolve("captions.vtt"), delivery.vtt());
        Files.writeString(draft.resolve("script.json"), Json.pretty(delivery.script()));
        Files.writeString(
                draft.resolve("metadata.json"), Json.pretty(Metadata.of(delivery.script(), delivery.credits())));
        Files.writeString(
                draft.resolve("credits.md"), Credits.markdown(delivery.script().title(), delivery.credits()));
        Files.writeString(draft.resolve("report.json"), Json.pretty(delivery.report()));
    }

    /**
     * What is put into the upload form.
     *
     * @param credits the lines that belong under the description, because a licence or a provider wants them shown
     * @param licence under which the video must be passed on, or null
     */
    record Metadata(String title, String description, List<String> hashtags, List<String> credits, String licence) {
        static Metadata of(Script script, List<Credit> credits) {
            return new Metadata(
                    script.title(),
                    script.description(),
                    script.hashtags(),
                    Credits.lines(credits),
                    ShareAlike.of(credits).map(ShareAlike::statement).orElse(null));
        }
    }

    /** A second name for the same bytes where the file system can, for a video is large. */
    private static void take(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
