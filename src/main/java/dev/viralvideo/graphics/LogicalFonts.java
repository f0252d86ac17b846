package dev.viralvideo.graphics;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.files.AtomicFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Gives Java2D a font configuration of our own, so that it starts on a machine without fontconfig and without a
 * single installed font (it fails with "Fontconfig head is null" there).
 */
final class LogicalFonts {
    private static final List<String> NAMES = List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput");
    private static final List<String> STYLES = List.of("plain", "bold", "italic", "bolditalic");
    private static final String ONLY = "Only";

    private LogicalFonts() {}

    /** Must run before the first AWT class loads its fonts; on macOS and Windows the property is not read. */
    static void use(Path font, Path properties) {
        System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
        String used = System.getProperty("sun.awt.fontconfig");
        // until Java2D has read it, a file that is gone (with the home it lay in) can still be replaced
        if (used == null || !Files.exists(Path.of(used))) {
            AtomicFile.write(properties, configuration(font).getBytes(StandardCharsets.ISO_8859_1));
            System.setProperty("sun.awt.fontconfig", properties.toAbsolutePath().toString());
        }
    }

    static String configuration(Path font) {
        Properties lines = new Properties();
        for (String name : NAMES) {
            for (String style : STYLES) {
                lines.setProperty(name + "." + style + ".all", ONLY);
            }
        }
        lines.setProperty("version", "1");
        lines.setProperty("sequence.allfonts", "all");
        lines.setProperty("filename." + ONLY, font.toAbsolutePath().toString());
        StringWriter text = new StringWriter();
        try {
            lines.store(text, null);
        } catch (IOException e) {
            throw new Failure.Internal("cannot write a font configuration", e);
        }
        // the first line is the time of writing: the same input must give the same bytes
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .reduce("", (a, b) -> a + b + "\n");
    }
}
