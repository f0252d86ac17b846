package dev.viralvideo.ffmpeg;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The jar on the class path that holds a certain resource. */
final class ClassPathFolder {
    private final URL known;

    private ClassPathFolder(URL known) {
        this.known = known;
    }

    static Optional<ClassPathFolder> of(String resource) {
        return Optional.ofNullable(ClassPathFolder.class.getClassLoader().getResource(resource))
                .filter(url -> url.getProtocol().equals("jar"))
                .map(ClassPathFolder::new);
    }

    /** The jar's own name is its version: {@code ffmpeg-8.0.1-1.5.13-linux-x86_64-gpl.jar} gives 8.0.1-1.5.13. */
    String version() {
        try (JarFile jar = open()) {
            String name = Path.of(jar.getName()).getFileName().toString();
            return name.replaceFirst("^ffmpeg-", "").replaceFirst("-[a-z]+-[a-z0-9_]+(-gpl)?\\.jar$", "");
        } catch (IOException e) {
            throw new Failure.Resource("FFMPEG_NOT_UNPACKED", "cannot read " + known, e);
        }
    }

    void copy(String folder, Predicate<String> wanted, Path target) throws IOException {
        try (JarFile jar = open()) {
            for (JarEntry entry : files(jar, folder)) {
                String name = entry.getName().substring(folder.length());
                if (wanted.test(name)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        Files.copy(in, target.resolve(name));
                    }
                }
            }
        }
    }

    /** Copies one resource if it is there. */
    static void copyOne(String resource, Path target) throws IOException {
        try (InputStream in = ClassPathFolder.class.getClassLoader().getResourceAsStream(resource)) {
            if (in != null) {
                Files.copy(in, target);
            }
        }
    }

    private static List<JarEntry> files(JarFile jar, String folder) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder))
                .toList();
    }

    private JarFile open() throws IOException {
        JarURLConnection connection = (JarURLConnection) known.openConnection();
        // a cached JarFile is shared with the class loader, and closing it would break that
        connection.setUseCaches(false);
        return connection.getJarFile();
    }
}
