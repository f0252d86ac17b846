package dev.viralvideo.video.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * One project's one folder among the finished packages. It is filled under a hidden name of its own and renamed; the
 * one that was there is moved aside first and then removed, so that at every moment one of the two is whole.
 */
final class PackageFolder {
    private static final int TRIES = 5;

    private final Path output;
    private final String name;

    PackageFolder(Path output, String topic, String projectId) {
        this.output = output;
        this.name = Slug.of(topic) + "-" + Slug.of(projectId);
    }

    /** Different each time: a worker that has lost its claim must not write into the draft of the one that has it. */
    Path newDraft() throws IOException {
        Files.createDirectories(output);
        return Files.createDirectory(hidden(Leftover.DRAFT));
    }

    Path replaceBy(Path draft) throws IOException {
        Path finished = output.resolve(name);
        for (int attempt = 1; ; attempt++) {
            Path old = Files.exists(finished) ? aside(finished) : null;
            try {
                Files.move(draft, finished, StandardCopyOption.ATOMIC_MOVE);
                FolderTree.flushEntry(output);
                removeLeftovers();
                return finished;
            } catch (IOException e) {
                if (old != null && Files.notExists(finished)) {
                    Files.move(old, finished, StandardCopyOption.ATOMIC_MOVE);
                }
                // else another worker of the project was faster, and ours replaces theirs
                if (Files.notExists(finished) || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Path aside(Path finished) throws IOException {
        Path old = hidden(Leftover.OLD);
        Files.move(finished, old, StandardCopyOption.ATOMIC_MOVE);
        return old;
    }

    private void removeLeftovers() throws IOException {
        List<Leftover> all = Leftover.in(output);
        for (Leftover leftover : all) {
            if (leftover.name().equals(name)) {
                FolderTree.delete(leftover.folder());
            }
        }
    }

    private Path hidden(String ending) {
        return output.resolve("." + name + "." + Long.toString(System.nanoTime(), 36) + ending);
    }
}
