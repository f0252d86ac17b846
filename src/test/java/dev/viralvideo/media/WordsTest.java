package dev.viralvideo.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "bees, bee",
        "cities, city",
        "foxes, fox",
        "houses, house",
        "horses, horse",
        "wolves, wolf",
        "glass, glass",
        "viruses, virus",
        "octopuses, octopus",
        "cactus, cactus",
        "swimming, swim",
        "flying, fly",
        "spring, spring",
        "training, training",
        "mice, mouse",
        "Café, cafe",
        "king, king"
    })
    void wordsThatMeanTheSameHaveOneStem(String word, String stem) {
        assertThat(Words.stems(word)).containsExactly(stem);
    }

    @ParameterizedTest
    @CsvSource({
        "HoneyBee_01.final, 'honey,bee'",
        "the facts about bee's wings, 'bee,wing'",
        "ÉCLAIR-à-la-crème, 'eclair,la,creme'",
        "'日本 猫', '日本,猫'",
        "'🐝', ''"
    })
    void namesAreTakenApart(String text, String stems) {
        assertThat(String.join(",", Words.stems(text))).isEqualTo(stems);
    }
}
