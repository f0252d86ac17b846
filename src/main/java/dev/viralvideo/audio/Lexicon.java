package dev.viralvideo.audio;

import dev.viralvideo.failure.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How a language's abbreviations, units, symbols and odd words are spoken: sections of {@code key = spoken} lines. */
final class Lexicon {
    private final Map<String, Map<String, String>> sections = new HashMap<>();

    private Lexicon() {}

    static Lexicon english() {
        try (InputStream in = Lexicon.class.getResourceAsStream("english.txt")) {
            if (in == null) {
                throw new Failure.Internal("english.txt is missing from the build", null);
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lexicon read(BufferedReader lines) throws IOException {
        Lexicon lexicon = new Lexicon();
        Map<String, String> section = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("[")) {
                section =
                        lexicon.sections.computeIfAbsent(line.substring(1, line.length() - 1), name -> new HashMap<>());
            } else if (!line.isBlank() && !line.startsWith("# ")) {
                // the last " = ": the equals sign itself is a key
                int at = line.lastIndexOf(" = ");
                section.put(line.substring(0, at), line.substring(at + 3));
            }
        }
        return lexicon;
    }

    Optional<String> find(String section, String key) {
        return Optional.ofNullable(sections.getOrDefault(section, Map.of()).get(key));
    }
}
