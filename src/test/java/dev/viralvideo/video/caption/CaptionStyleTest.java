package dev.viralvideo.video.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.graphics.Colours;
import dev.viralvideo.script.Palette;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CaptionStyleTest {
    @TempDir
    Path folder;

    static Stream<String> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("styles/captions"))) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedStyleIsReadableInAnyPalette(String name) {
        CaptionStyle style = Samples.style(name);
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            CaptionColours colours = CaptionColours.of(style, palette(random));
            var ground = style.outline() > 0 ? colours.outline() : colours.plate();
            var behindSpoken = colours.box().getAlpha() > 0 ? colours.box() : ground;
            assertThat(Colours.contrast(colours.text(), ground)).isGreaterThanOrEqualTo(4.5);
            assertThat(Colours.contrast(colours.spoken(), behindSpoken)).isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size: 0.112 | size: 2 | size must be 0.02 to 0.2, is 2.0",
                "words: 3 | words: 9 | words must be 1.0 to 4.0",
                "spoken: accent | spoken: mauve | spoken must be a colour",
                "position: lower | position: left | position",
                "outline: 0.085 | outline: 0 | outline must be over 0",
                "lines: 2 | rows: 2 | field 'lines'"
            })
    void aWrongFieldIsToldWithTheFile(String right, String wrong, String message) throws IOException {
        Path file = Files.createDirectories(folder.resolve("captions")).resolve("mine.yaml");
        Files.writeString(
                file, Files.readString(Path.of("styles/captions/pop.yaml")).replace(right, wrong));

        assertThatThrownBy(() -> CaptionStyle.read(folder, "mine"))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining("mine.yaml")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"shiny", "../captions/pop", "''"})
    void anUnknownStyleIsRefused(String name) {
        assertThatThrownBy(() -> CaptionStyle.read(Path.of("styles"), name))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining("'" + name + "'");
    }

    @Test
    void aColourMayNameThePalette() {
        assertThat(CaptionColours.of(Samples.style("pop"), Samples.PALETTE).spoken())
                .isEqualTo(Colours.parse(Samples.PALETTE.accent()));
    }

    private static Palette palette(Random random) {
        String[] colours = random.ints(4, 0, 0x1000000)
                .mapToObj(rgb -> String.format("#%06x", rgb))
                .toArray(String[]::new);
        return new Palette(colours[0], colours[1], colours[2], colours[3]);
    }
}
