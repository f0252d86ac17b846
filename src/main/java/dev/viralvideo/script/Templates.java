package dev.viralvideo.script;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.json.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The video formats found in {@code templates/}: a file there is the only registration. */
public final class Templates {
    private static final String ENDING = ".yaml";

    private final Map<String, Template> byName;

    private Templates(Map<String, Template> byName) {
        this.byName = byName;
    }

    /**
     * @param folders in order; of two templates with one name the first wins; a folder that is missing is skipped
     * @throws Failure.Configuration naming file, line and field of what is wrong, or when there is no template at all
     */
    public static Templates load(List<Path> folders) {
        Map<String, Template> byName = new TreeMap<>();
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                Template template = read(file);
                byName.putIfAbsent(template.name(), template);
            }
        }
        if (byName.isEmpty()) {
            throw new Failure.Configuration(
                    "NO_TEMPLATES", "no template found in " + folders + "; put one there as name.yaml");
        }
        return new Templates(byName);
    }

    /** @throws Failure.Validation {@code UNKNOWN_TEMPLATE} that lists the known ones */
    public Template get(String name) {
        Template template = byName.get(name);
        if (template == null) {
            throw new Failure.Validation(
                    "UNKNOWN_TEMPLATE",
                    "template '" + name + "' is not known; use one of " + String.join(", ", byName.keySet()));
        }
        return template;
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** All, by name. */
    public Collection<Template> all() {
        return byName.values();
    }

    private static Template read(Path file) {
        Template template = YamlFile.read(file, Template.class);
        String expected = file.getFileName().toString().replace(ENDING, "");
        if (!template.name().equals(expected)) {
            throw new Failure.Configuration(
                    "BAD_FILE",
                    file + ": field 'name': must be '" + expected + "' like the file, is '" + template.name() + "'");
        }
        TextPattern.checkAll(file, template.structure());
        return template;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Failure.Configuration("BAD_FILE", folder + ": cannot be listed: " + IoReason.of(e), e);
        }
    }
}
