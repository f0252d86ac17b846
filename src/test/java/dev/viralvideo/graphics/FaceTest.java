package dev.viralvideo.graphics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceTest {
    private final Face anton = Fonts.prepare(Path.of("target/test-cache")).face("Anton-Regular");

    @Test
    void decomposedAccentsAreDrawnLikeComposedOnes() {
        WordShape composed = anton.shape("\u00e9\u0151", 0).orElseThrow();
        WordShape decomposed = anton.shape("e\u0301o\u030b", 0).orElseThrow();

        assertThat(decomposed.text()).isEqualTo(composed.text());
        assertThat(decomposed.ink()).isEqualTo(composed.ink());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "À",
                "É",
                "ñ",
                "ç",
                "ø",
                "Ł",
                "č",
                "ő",
                "“quotes”",
                "don’t",
                "Привет",
                "Ελλη",
                "日本",
                "한국",
                "مرحبا",
                "שלום"
            })
    void theseCanBeDrawn(String text) {
        assertThat(anton.drawable(text)).isEqualTo(text);
        assertThat(anton.shape(text, 0)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"bee🐝s, bees", "👨‍👩‍👧family, family", "❤️, ❤", "🐝, ''", "\u0001a\u200bb, ab", "अ, ''"})
    void whatNoFaceHasIsLeftOutInsteadOfAnEmptyBox(String text, String drawn) {
        assertThat(anton.drawable(text)).isEqualTo(drawn);
        assertThat(anton.shape(text, 0).isPresent()).isEqualTo(!drawn.isEmpty());
    }

    @Test
    void aWordWithAMissingLetterIsSetInOneFaceThroughout() {
        Face montserrat = Fonts.prepare(Path.of("target/test-cache")).face("Montserrat-ExtraBold");

        assertThat(anton.shape("aд", 0).orElseThrow().advance())
                .isEqualTo(montserrat.shape("aд", 0).orElseThrow().advance());
    }

    @Test
    void kerningPullsLettersTogetherAndTrackingPushesThemApart() {
        double together = anton.shape("AV", 0).orElseThrow().advance();
        double single = anton.shape("A", 0).orElseThrow().advance()
                + anton.shape("V", 0).orElseThrow().advance();

        assertThat(together).isLessThan(single);
        assertThat(anton.shape("AV", 0.1).orElseThrow().advance()).isGreaterThan(together + 5);
    }

    @Test
    void arabicRunsFromTheRight() {
        assertThat(anton.shape("مرحبا", 0).orElseThrow().rightToLeft()).isTrue();
        assertThat(anton.shape("hello", 0).orElseThrow().rightToLeft()).isFalse();
    }
}
