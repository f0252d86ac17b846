package dev.viralvideo.config;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things lie, all absolute.
 *
 * @param install what came with the program: {@code templates/}, {@code styles/}, {@code routes/}
 */
public record Folders(Path install, Path home, Path inbox, Path output, Path media, Path music, Path data) {
    static Folders of(Path install, Path home, LayeredProperties properties) {
        Path root = home.toAbsolutePath().normalize();
        return new Folders(
                install.toAbsolutePath().normalize(),
                root,
                folder(root, properties, "inbox"),
                folder(root, properties, "output"),
                folder(root, properties, "media"),
                folder(root, properties, "music"),
                folder(root, properties, "data"));
    }

    private static Path folder(Path home, LayeredProperties properties, String name) {
        String own = properties.get("vvg." + name).text();
        return home.resolve(own.isEmpty() ? name : own).toAbsolutePath().normalize();
    }

    public Path database() {
        return data.resolve("vvg.db");
    }

    /** Who may log in to the console of a service. */
    public Path users() {
        return data.resolve("users.json");
    }

    /** Which routes an operator has stopped. */
    public Path operatorChoices() {
        return data.resolve("operator.json");
    }

    /** One folder a project, gone when the project is finished. */
    public Path work() {
        return data.resolve("work");
    }

    public Path cache() {
        return data.resolve("cache");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    /** Makes what the program writes to. */
    public Folders create() {
        for (Path folder : new Path[] {output, data, work(), cache(), logs()}) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new Failure.Resource(
                        "FOLDER_NOT_WRITABLE",
                        "cannot create the folder " + folder
                                + (Files.exists(folder) ? ", it is a file" : ": " + IoReason.of(e))
                                + "; choose another with --home or --out, or free the disk",
                        e);
            }
            if (!Files.isWritable(folder)) {
                throw new Failure.Resource(
                        "FOLDER_NOT_WRITABLE",
                        "the folder " + folder + " cannot be written to; choose another with --home or --out");
            }
        }
        return this;
    }
}
