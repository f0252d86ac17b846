package dev.viralvideo.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.audio.SpokenWord.Pause;
import dev.viralvideo.audio.SpokenWord.Piece;
import dev.viralvideo.failure.Failure;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenEnglishTest {
    private final SpokenEnglish english = new SpokenEnglish(Lexicon.english());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,000 people | one thousand people",
                "3.5 km | three point five kilometers",
                "1 km away | one kilometer away",
                "5km | five kilometers",
                "20% of it | twenty percent of it",
                "bees, e.g. honey bees | bees for example honey bees",
                "Mt. Everest | mount Everest",
                "St. Louis, Main St. | saint Louis Main street",
                "the AI boom | the A I boom",
                "a café | a cafe",
                "don't | don't",
                "don’t | don't",
                "well-known | well known",
                "one — two | one two",
                "dance—and sing | dance and sing",
                "$5 million | five million dollars",
                "$1.5 billion | one point five billion dollars",
                "$3.50 | three dollars and fifty cents",
                "$1 | one dollar",
                "€20 | twenty euros",
                "$2.4M | two point four million dollars",
                "the 19th century | the nineteenth century",
                "21st | twenty first",
                "90 km/h | ninety kilometers per hour",
                "in 1990 | in nineteen ninety",
                "in 2009 | in two thousand nine",
                "in 1905 | in nineteen oh five",
                "since 2024 | since twenty twenty four",
                "the 1990s | the nineteen nineties",
                "1500 bees buzz | one thousand five hundred bees buzz",
                "1914-1918 | nineteen fourteen to nineteen eighteen",
                "10–20 bees | ten to twenty bees",
                "-5 °C | minus five degrees celsius",
                "5°C | five degrees celsius",
                "1/2 cup | one half cup",
                "3/4 | three quarters",
                "10:30 | ten thirty",
                "9:05 a.m. | nine oh five A M",
                "007 | zero zero seven",
                "COVID-19 | COVID nineteen",
                "4K video | four K video",
                "10K steps | ten thousand steps",
                "H2O | H two O",
                "the U.S. army | the U S army",
                "NASA and the FBI | nasa and the F B I",
                "DNAs | D N A's",
                "World War II | World War two",
                "R&B | R and B",
                "salt & pepper | salt and pepper",
                "and/or | and or",
                "YouTube | You Tube",
                "https://www.example.com/x?y=1 | example dot com",
                "joe@example.org | joe at example dot org",
                "#1 | number one",
                "THIS IS A BIG DEAL | this is a big deal",
                "bees 🐝 dance | bees dance",
                "“quoted” (words) | quoted words",
                "Étienne Müller | Etienne Muller",
                "vitamin A helps | vitamin A helps",
                "A bee | a bee",
                "x = 2 | x equals two",
                "etc. | et cetera",
                "No. 5 | number five",
                "No. Never. | No Never",
                "100,000,000 | one hundred million"
            })
    void saysWhatIsWritten(String text, String said) {
        assertThat(english.read(text).stream()
                        .flatMap(word -> word.pieces().stream())
                        .map(Piece::text)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(said);
    }

    @Test
    void keepsEachWordAsItIsWritten() {
        assertThat(written("“Mt. Everest” is 8,849 m — 5½ miles! 🏔️ Don’t (really) go…"))
                .containsExactly("“Mt.", "Everest”", "is", "8,849", "m —", "5½", "miles!", "Don’t", "(really)", "go…");
    }

    @Test
    void showsWordsOfOtherScriptsWithTheirNeighbour() {
        assertThat(written("Кремль means fortress 城")).containsExactly("Кремль means", "fortress 城");
    }

    @Test
    void pausesWhereThePunctuationSaysSo() {
        List<Pause> pauses = english.read("Well, Mt. Fuji is high. Is it? Yes! (Very) e.g. a lot").stream()
                .map(SpokenWord::pause)
                .toList();
        assertThat(pauses)
                .containsExactly(
                        Pause.PHRASE,
                        Pause.NONE,
                        Pause.NONE,
                        Pause.NONE,
                        Pause.SENTENCE,
                        Pause.NONE,
                        Pause.QUESTION,
                        Pause.EXCLAMATION,
                        Pause.PHRASE,
                        Pause.NONE,
                        Pause.NONE,
                        Pause.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "🐝🐝", "— … !", "蜂蜜", "«»", "\u200b"})
    void refusesWhatHasNothingToSay(String text) {
        assertThatThrownBy(() -> english.read(text))
                .isInstanceOf(Failure.Validation.class)
                .extracting("code")
                .isEqualTo("NOTHING_TO_SPEAK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<t word=\"9\">x</t> ]]> &amp;",
                "$(rm -rf /) `x` ../../etc \\ ' \" % {} | a",
                "1.2.3.4 $$5 5% 5%% --5 +-5 1/0 99999999999999999999999 0x1F 1e9 ½ 5,00 ,5",
                "'''''a''''' -b- _c_ *d* ~e~ \u0000f \u202eg",
                "$5. €. 3rd. 4/ 5: 6- 7' #"
            })
    void survivesHostileText(String text) {
        assertThat(english.read(text)).allSatisfy(word -> {
            assertThat(word.pieces()).isNotEmpty();
            assertThat(word.pieces())
                    .allSatisfy(piece -> assertThat(piece.text()).matches("[A-Za-z']+"));
        });
    }

    private List<String> written(String text) {
        return english.read(text).stream().map(SpokenWord::written).toList();
    }
}
