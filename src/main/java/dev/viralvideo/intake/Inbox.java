package dev.viralvideo.intake;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** The folder that topic files are dropped into, and the two beside them where they end: none ever replaces another. */
public final class Inbox {
    private static final String PART = ".rows-";

    private final Path done;
    private final Path failed;

    private Inbox(Path done, Path failed) {
        this.done = done;
        this.failed = failed;
    }

    /** Makes the folders, and removes what a killed process left: unfinished lists, and names that it had reserved. */
    public static Inbox in(Path folder) {
        try {
            Path done = Files.createDirectories(folder.resolve(".done"));
            Path failed = Files.createDirectories(folder.resolve(".failed"));
            delete(failed, entry -> entry.getFileName().toString().startsWith(PART));
            // no file without a topic is ever done
            delete(done, entry -> Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) && Files.size(entry) == 0);
            return new Inbox(done, failed);
        } catch (IOException e) {
            throw new Failure.Resource(
                    "FOLDER_NOT_WRITABLE",
                    "the inbox " + folder + " cannot be used: " + IoReason.of(e) + "; choose another with vvg.inbox",
                    e);
        }
    }

    private static void delete(Path folder, DirectoryStream.Filter<Path> which) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, which)) {
            for (Path entry : entries) {
                Files.deleteIfExists(entry);
            }
        }
    }

    /** A list for what is wrong with one file. */
    public RejectedRows rejectedRows() {
        // no createTempFile: who dropped the file must be able to read the list
        return new RejectedRows(() -> Files.createFile(failed.resolve(PART + UUID.randomUUID())));
    }

    /** @return where it is now */
    public Path done(Path file) throws IOException {
        String name = file.getFileName().toString();
        for (int i = 1; ; i++) {
            Path target = done.resolve(numbered(name, i, ""));
            if (reserved(target)) {
                writeAndMove(() -> {}, file, target);
                return target;
            }
        }
    }

    /**
     * Moves a file away together with the list of what is wrong with it.
     *
     * @param summary first line of the list
     * @return where the list is now
     */
    public Path failed(Path file, RejectedRows rejected, String summary) throws IOException {
        String name = file.getFileName().toString();
        for (int i = 1; ; i++) {
            Path target = failed.resolve(numbered(name, i, ""));
            Path list = failed.resolve(numbered(name, i, ".error.txt"));
            if (!Files.exists(list, LinkOption.NOFOLLOW_LINKS) && reserved(target)) {
                writeAndMove(() -> rejected.write(list, summary), file, target);
                return list;
            }
        }
    }

    private static String numbered(String name, int i, String more) {
        return Names.with(name, i == 1 ? "" : "-" + i, more);
    }

    /** An empty file of that name keeps it for us. */
    private static boolean reserved(Path target) throws IOException {
        try {
            Files.createFile(target);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void writeAndMove(Writing list, Path file, Path reserved) throws IOException {
        try {
            list.run();
            Files.move(file, reserved, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(reserved);
            throw e;
        }
    }
}
