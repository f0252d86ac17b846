package dev.viralvideo.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    private static final Path FOLDER = Path.of("templates");

    @TempDir
    Path folder;

    static Stream<Template> shipped() {
        return Templates.load(List.of(FOLDER)).all().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyPaletteCanBeRead(Template template) {
        assertThat(template.palettes()).hasSizeBetween(3, 8).doesNotHaveDuplicates();
        for (Palette palette : template.palettes()) {
            assertThat(contrast(palette.text(), palette.background()))
                    .as("text on background")
                    .isGreaterThan(7);
            assertThat(contrast(palette.text(), palette.backgroundTo()))
                    .as("text on backgroundTo")
                    .isGreaterThan(4.5);
            assertThat(contrast(palette.accent(), palette.background()))
                    .as("accent on background")
                    .isGreaterThan(4.5);
            assertThat(contrast(palette.accent(), palette.backgroundTo()))
                    .as("accent on backgroundTo")
                    .isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyTemplateHasAHookForATopicThatIsNoNounPhrase(Template template) {
        assertThat(template.structure().hooks()).anyMatch(hook -> !hook.contains("{subject}"));
        assertThat(template.structure().hooks())
                .anyMatch(hook -> hook.contains("{subject}") || template.name().equals("how-to"));
        assertThat(template.structure().outros()).allMatch(outro -> outro.matches(".*[.!?]"));
        assertThat(template.structure().numbered())
                .isEqualTo(!template.structure().leads().isEmpty());
        assertThat(template.pacing().transition()).isLessThan(template.pacing().tail());
    }

    @Test
    void theFiveFormatsAreThere() {
        assertThat(shipped().map(Template::name)).contains("facts", "how-to", "listicle", "quote", "story");
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        assertThatThrownBy(() -> Templates.load(List.of(FOLDER)).get("listical"))
                .isInstanceOf(Failure.Validation.class)
                .hasMessageContaining("facts, how-to, listicle, quote, story");
    }

    @Test
    void theFirstFolderWins() throws IOException {
        String text = Files.readString(FOLDER.resolve("facts.yaml")).replace("category: education", "category: mine");
        Files.writeString(folder.resolve("facts.yaml"), text);
        Templates templates = Templates.load(List.of(folder, FOLDER, folder.resolve("missing")));
        assertThat(templates.get("facts").category()).isEqualTo("mine");
        assertThat(templates.has("quote")).isTrue();
    }

    @Test
    void theFileIsNamedLikeTheTemplate() throws IOException {
        Files.copy(FOLDER.resolve("facts.yaml"), folder.resolve("other.yaml"));
        assertThatThrownBy(() -> Templates.load(List.of(folder)))
                .hasMessageContaining("'other' like the file, is 'facts'");
    }

    @Test
    void aPlaceThatCannotBeFilledIsToldWithItsField() throws IOException {
        String text = Files.readString(FOLDER.resolve("facts.yaml")).replaceFirst("\\{subject}", "{subjekt}");
        Files.writeString(folder.resolve("facts.yaml"), text);
        assertThatThrownBy(() -> Templates.load(List.of(folder)))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining("facts.yaml")
                .hasMessageContaining("structure.hooks[0]")
                .hasMessageContaining("{subjekt}");
    }

    @Test
    void noTemplateAtAllIsAnError() {
        assertThatThrownBy(() -> Templates.load(List.of(folder))).isInstanceOf(Failure.Configuration.class);
    }

    /** WCAG 2 contrast ratio. */
    private static double contrast(String a, String b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
