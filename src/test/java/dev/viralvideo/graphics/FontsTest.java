package dev.viralvideo.graphics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FontsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Anton-Regular", "Montserrat-Bold", "Montserrat-ExtraBold", "DejaVuSans-Bold"})
    void shippedFacesDrawText(String name) {
        assertThat(Fonts.prepare(folder).face(name).shape("Honey", 0)).isPresent();
    }

    @Test
    void everyShippedFaceHasItsLicenceBesideIt() throws IOException {
        Path fonts = Path.of("src/main/resources/fonts");
        try (Stream<Path> files = Files.list(fonts)) {
            assertThat(files.filter(file -> file.toString().endsWith(".ttf")))
                    .allSatisfy(font -> assertThat(fonts.toFile()
                                    .list((dir, file) -> file.endsWith(".txt")
                                            && font.getFileName().toString().startsWith(file.split("-")[0])))
                            .isNotEmpty());
        }
    }

    @Test
    void anUnknownFontIsToldWithTheKnownOnes() {
        assertThatThrownBy(() -> Fonts.prepare(folder).face("Comic"))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining("'Comic'")
                .hasMessageContaining("Anton-Regular");
    }

    @Test
    void aFontOfTheUserCanBeUsedByItsFileName() throws IOException {
        Fonts shipped = Fonts.prepare(folder);
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.copy(folder.resolve("fonts/Anton-Regular.ttf"), own.resolve("Mine.TTF"));

        Fonts fonts = shipped.with(own);

        assertThat(fonts.names()).contains("Mine", "Anton-Regular");
        assertThat(fonts.face("Mine").shape("Honey", 0)).isPresent();
    }

    @Test
    void aDamagedFontIsToldByItsFile() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("Broken.ttf"), "not a font");

        assertThatThrownBy(() -> Fonts.prepare(folder).with(own).face("Broken"))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining("Broken.ttf");
    }

    @Test
    void aDamagedExtractedFontIsReplaced() throws IOException {
        Fonts.prepare(folder);
        Path anton = folder.resolve("fonts/Anton-Regular.ttf");
        long size = Files.size(anton);
        Files.writeString(anton, "cut off");

        Fonts.prepare(folder);

        assertThat(Files.size(anton)).isEqualTo(size);
    }

    @Test
    void theFontConfigurationNamesTheFontForEveryLogicalFontAndHasNoTimeInIt() throws IOException {
        Path font = folder.resolve("with space/Ünï.ttf");
        String text = LogicalFonts.configuration(font);
        Properties read = new Properties();
        read.load(new java.io.StringReader(text));

        assertThat(read).hasSize(5 * 4 + 3);
        assertThat(read.getProperty("filename.Only"))
                .isEqualTo(font.toAbsolutePath().toString());
        assertThat(text).doesNotContain("#").isEqualTo(LogicalFonts.configuration(font));
    }
}
