package dev.viralvideo.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.audio.Moods;
import dev.viralvideo.graphics.Fonts;
import dev.viralvideo.script.Template;
import dev.viralvideo.script.Templates;
import dev.viralvideo.video.Transitions;
import dev.viralvideo.video.caption.CaptionStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks templates/ and styles/: a new file is tested without new code. */
class TemplateFilesTest {
    private static final Path STYLES = Path.of("styles");
    private static final Fonts FONTS = Fonts.prepare(Path.of("target", "fonts"));

    static Stream<Template> templates() {
        return Templates.load(List.of(Path.of("templates"))).all().stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void whatATemplateNamesIsThere(Template template) {
        assertThat(new Transitions(STYLES.resolve("transitions")).named(template.transition()))
                .isNotNull();
        assertThat(CaptionStyle.read(STYLES, template.captions())).isNotNull();
        assertThat(new Moods(STYLES.resolve("moods")).find(template.music())).isPresent();
        assertThat(FONTS.names())
                .contains(template.fonts().title(), template.fonts().caption());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateIsCalledAsItsFile(Template template) {
        assertThat(Path.of("templates", template.name() + ".yaml")).isRegularFile();
        assertThat(template.description()).isNotBlank();
    }

    static Stream<String> captions() throws IOException {
        return names("captions");
    }

    @ParameterizedTest
    @MethodSource("captions")
    void everyCaptionStyleCanBeRead(String name) {
        assertThat(CaptionStyle.read(STYLES, name)).isNotNull();
    }

    static Stream<String> transitions() throws IOException {
        return names("transitions");
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void everyTransitionCanBeRead(String name) {
        assertThat(new Transitions(STYLES.resolve("transitions")).named(name)).isNotNull();
    }

    static Stream<String> moods() throws IOException {
        return names("moods");
    }

    @ParameterizedTest
    @MethodSource("moods")
    void everyMoodCanBeRead(String name) {
        assertThat(new Moods(STYLES.resolve("moods")).find(name)).isPresent();
    }

    private static Stream<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(STYLES.resolve(folder))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
