package dev.viralvideo.video.output;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.Json;
import dev.viralvideo.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The folder that the user gets, {@code output/<slug>-<id>/}. It is put together under a hidden name, flushed to the
 * disk and renamed: a folder with its final name is complete. One that is there already is never touched; the new one
 * gets a number.
 */
public final class OutputPackage {
    private static final int MOST_NUMBERS = 1000;

    private final Path folder;

    /** @param folder where packages are put; made if need be */
    public OutputPackage(Path folder) {
        this.folder = folder;
    }

    /** @return the package's folder */
    public Path publish(Delivery delivery) {
        String name = Slug.of(delivery.script().topic()) + "-" + Slug.of(delivery.projectId());
        Path draft = folder.resolve("." + name + ".part");
        try {
            Files.createDirectories(folder);
            FolderTree.delete(draft);
            Files.createDirectory(draft);
            fill(draft, delivery);
            FolderTree.flush(draft);
            Path finished = rename(draft, name);
            FolderTree.flushEntry(folder);
            return finished;
        } catch (IOException e) {
            FolderTree.deleteQuietly(draft);
            throw new Failure.Resource(
                    "OUTPUT_NOT_WRITABLE",
                    "the package cannot be written to " + folder + ": " + reason(e)
                            + "; check the disk's space and rights",
                    e);
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

    private Path rename(Path draft, String name) throws IOException {
        IOException last = null;
        for (int number = 1; number <= MOST_NUMBERS; number++) {
            Path finished = folder.resolve(number == 1 ? name : name + "-" + number);
            if (Files.exists(finished)) {
                continue;
            }
            try {
                return Files.move(draft, finished, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (Files.notExists(finished)) {
                    throw e;
                }
                last = e;
            }
        }
        throw last == null ? new IOException("there are a thousand packages called " + name) : last;
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
