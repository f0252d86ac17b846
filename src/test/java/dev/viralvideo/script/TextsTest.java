package dev.viralvideo.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "I \uD83D\uDC1D bees | I bees",
                "I\uD83D\uDC1Dbees | I bees",
                "write to me@example.com | write to me at example.com",
                "C:\\temp and **bold**, <b>x</b> | C: temp and bold, b x /b",
                "don`t, don´t, don’t | don't, don't, don't",
                "Donau\u00ADdampf | Donaudampf",
                "“quoted” – and more… | \"quoted\", and more...",
                "Ünïcödé façade 5% of $3.50 | Ünïcödé façade 5% of $3.50"
            })
    void whatCannotBeSpokenGoesAndNothingIsGluedTogether(String text, String spoken) {
        assertThat(Texts.speakable(text)).isEqualTo(spoken);
    }
}
