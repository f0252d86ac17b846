package dev.viralvideo.video;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.json.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The transitions in a folder, one YAML file each; the file's name is the transition's name. */
public final class Transitions {
    private static final String ENDING = ".yaml";

    private final Path folder;

    public Transitions(Path folder) {
        this.folder = folder;
    }

    /** @throws Failure.Configuration UNKNOWN_TRANSITION, or BAD_FILE when its file is wrong */
    public Transition named(String name) {
        if (!names().contains(name)) {
            throw new Failure.Configuration(
                    "UNKNOWN_TRANSITION",
                    "transition '" + name + "' is not known; known are " + String.join(", ", names())
                            + "; a new one is a file in " + folder);
        }
        Path file = folder.resolve(name + ENDING);
        Transition transition = YamlFile.read(file, Transition.class);
        if (!transition.name().equals(name)) {
            throw new Failure.Configuration(
                    "BAD_FILE", file + ": field 'name': must be '" + name + "' as the file is called");
        }
        return transition;
    }

    /** In alphabetical order. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Failure.Configuration(
                    "BAD_FOLDER", folder + ": the transitions cannot be read: " + IoReason.of(e), e);
        }
    }
}
