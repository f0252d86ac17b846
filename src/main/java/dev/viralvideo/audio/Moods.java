package dev.viralvideo.audio;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The moods in a folder; a file there is all that a mood needs. */
public final class Moods {
    private static final String ENDING = ".yaml";

    private final Path folder;

    public Moods(Path folder) {
        this.folder = folder;
    }

    /** In alphabetical order. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Failure.Configuration("NO_MOODS", "the folder of music moods cannot be read: " + folder, e);
        }
    }

    /** @throws Failure.Configuration when the mood's file is wrong */
    public Optional<Mood> find(String name) {
        return names().contains(name)
                ? Optional.of(YamlFile.read(folder.resolve(name + ENDING), Mood.class))
                : Optional.empty();
    }
}
