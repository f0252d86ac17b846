package dev.viralvideo.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnTitleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Water: drink a glass before breakfast. | Water",
                "Walk ten minutes after lunch. | Walk Ten Minutes After Lunch",
                "Warm the glass with hot water, so that the coffee does not cool. | Warm the Glass with Hot Water",
                "Pour the rest slowly, in circles. | Pour the Rest Slowly",
                "After three minutes, lift the filter and enjoy. | Lift the Filter and Enjoy",
                "In 1799, French soldiers found a dark stone in an old fort near Rashid. | In 1799",
                "After fourteen centuries of silence, Egypt could speak again. | Egypt Could Speak Again",
                "The same decree was carved on it three times: in Greek and in Demotic. | The Same Decree Was Carved",
                "A queen bee can lay up to 2,000 eggs every day in the summer. | 2,000 Eggs",
                "It always seems impossible until it's done. Nelson Mandela. | Nelson Mandela",
                "The only way to do great work is to love what you do. Leonardo da Vinci. | Leonardo da Vinci",
                "By noon the snow on the mountain was so bright that it hurt. | The Snow on the Mountain",
                "Then came the forest, and a river that never stood still. | Then Came the Forest",
                "And at night, the sky was all ours. | The Sky Was All Ours",
                "In the market, a crowd of ten thousand people shouted. | A Crowd of Ten Thousand People Shouted",
                "In 1903 two brothers from Ohio flew for twelve seconds. | In 1903 Two Brothers",
                "Honey never spoils. | Honey Never Spoils",
                "Bees dance to tell where flowers are. | Bees Dance to Tell Where Flowers Are",
                "A bee's wings beat 200 times a second. | A Bee's Wings Beat 200 Times a Second",
                "Scout bees dance to tell all their sisters where flowers are blooming. | Scout Bees Dance",
                "https://example.com/a costs nothing. | Https://example.com/a Costs Nothing",
                "Donaudampfschifffahrtsgesellschaftskapitänsmütze is long. | Donaudampfschifffahrtsgesellschaftskapitänsmütze"
            })
    void isAPhraseOfTheUsersOwn(String text, String title) {
        assertThat(OwnTitle.of(text)).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Yes.", "!?", "...wait", "a", "It is.", "of the and to for with by from as in on at", "漢字。"})
    void someTextIsAlwaysLeftAsLongAsThereIsAny(String text) {
        assertThat(OwnTitle.of(text).isBlank()).isEqualTo(text.equals("!?"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 30, 300})
    void aTextOfAnyLengthFitsTheScreen(int words) {
        assertThat(OwnTitle.of("Pneumonoultramicroscopic ".repeat(words).strip() + "."))
                .hasSizeLessThan(80);
    }
}
