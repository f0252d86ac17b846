package dev.viralvideo.graphics;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.files.AtomicFile;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The shipped typefaces and those of the user, by file name without its ending ({@code Anton-Regular}). A glyph that a
 * face lacks comes from the wide-coverage faces, then from the user's, so that no text shows empty boxes.
 */
public final class Fonts {
    private static final List<String> SHIPPED = List.of(
            "Anton-Regular.ttf",
            "Montserrat-Bold.ttf",
            "Montserrat-ExtraBold.ttf",
            "DejaVuSans-Bold.ttf",
            "DroidSansFallback.ttf");
    private static final List<String> FALLBACKS =
            List.of("Montserrat-ExtraBold", "DejaVuSans-Bold", "DroidSansFallback");

    private final Map<String, Path> files;
    private final Map<String, Font> loaded = new ConcurrentHashMap<>();
    private final Map<String, Face> faces = new ConcurrentHashMap<>();

    private Fonts(Map<String, Path> files) {
        this.files = files;
    }

    /**
     * Extracts the shipped fonts once and makes Java2D independent of the system's fonts. Call it first thing: it has
     * no effect once AWT has looked for fonts.
     */
    public static synchronized Fonts prepare(Path cacheFolder) {
        Path folder = cacheFolder.resolve("fonts");
        Map<String, Path> files = new TreeMap<>();
        for (String name : SHIPPED) {
            files.put(faceName(name), extract(name, folder.resolve(name)));
        }
        LogicalFonts.use(files.get("DejaVuSans-Bold"), folder.resolve("fontconfig.properties"));
        return new Fonts(files);
    }

    /** These fonts and every TTF and OTF in the user's folder, which win over shipped ones of the same name. */
    public Fonts with(Path userFolder) {
        if (!Files.isDirectory(userFolder)) {
            return this;
        }
        Map<String, Path> all = new TreeMap<>(files);
        try (Stream<Path> entries = Files.list(userFolder)) {
            entries.filter(file -> file.getFileName().toString().matches("(?i).+\\.(ttf|otf)"))
                    .sorted()
                    .forEach(file -> all.put(faceName(file.getFileName().toString()), file));
        } catch (IOException e) {
            throw new Failure.Resource(
                    "FONTS_UNREADABLE", "cannot list the fonts in " + userFolder + ": " + IoReason.of(e), e);
        }
        return new Fonts(all);
    }

    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** @throws Failure.Configuration when there is no such font or its file is damaged */
    public Face face(String name) {
        return faces.computeIfAbsent(name, this::chain);
    }

    private Face chain(String name) {
        List<Font> fonts = new ArrayList<>();
        fonts.add(font(name));
        Stream.concat(FALLBACKS.stream(), files.keySet().stream().filter(other -> !shipped(other)))
                .filter(fallback -> !fallback.equals(name))
                .forEach(fallback -> fonts.add(font(fallback)));
        return new Face(name, fonts);
    }

    private Font font(String name) {
        return loaded.computeIfAbsent(name, this::load);
    }

    private Font load(String name) {
        Path file = files.get(name);
        if (file == null) {
            throw new Failure.Configuration(
                    "UNKNOWN_FONT", "font '" + name + "' is not there; use one of " + String.join(", ", names()));
        }
        try {
            Font font = Font.createFont(Font.TRUETYPE_FONT, file.toFile());
            // the only shipped face without a bold cut; Java2D thickens it
            int style = name.equals("DroidSansFallback") ? Font.BOLD : Font.PLAIN;
            return font.deriveFont(style, (float) Face.UNITS);
        } catch (FontFormatException | IOException e) {
            throw new Failure.Configuration(
                    "BAD_FONT", file + " is not a readable TTF or OTF font: " + e.getMessage(), e);
        }
    }

    private static Path extract(String name, Path file) {
        try (InputStream resource = Fonts.class.getResourceAsStream("/fonts/" + name)) {
            byte[] content = resource.readAllBytes();
            if (!Files.exists(file) || Files.size(file) != content.length) {
                AtomicFile.write(file, content);
            }
            return file;
        } catch (IOException e) {
            throw new Failure.Resource("CANNOT_WRITE", "cannot extract fonts to " + file + ": " + IoReason.of(e), e);
        }
    }

    private static boolean shipped(String name) {
        return SHIPPED.contains(name + ".ttf");
    }

    private static String faceName(String fileName) {
        return fileName.substring(0, fileName.lastIndexOf('.'));
    }
}
