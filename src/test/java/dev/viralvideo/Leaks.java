package dev.viralvideo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** A key that is easily found again, and the search for it. */
final class Leaks {
    static final String KEY = "sk-L3aK/t3st+0123456789==&x";

    private Leaks() {}

    /** The key, or what is unmistakably a part or an encoding of it. */
    static List<String> in(String text) {
        return Stream.of(
                        KEY,
                        "L3aK",
                        URLEncoder.encode(KEY, StandardCharsets.UTF_8),
                        Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8)),
                        "c2stTDNhSy90M3N0")
                .filter(text::contains)
                .toList();
    }

    /** @return the files that were searched, of which there must be some */
    static List<Path> assertNoneInFiles(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile).toList();
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(in(latin(file)))
                    .as("%s", file)
                    .isEmpty());
            return files;
        }
    }

    private static String latin(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
