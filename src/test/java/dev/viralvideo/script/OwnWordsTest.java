package dev.viralvideo.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnWordsTest {
    @Test
    void whatThePictureShouldShowIsAskedForAndNotHowManyOrHowLong() {
        assertThat(OwnWords.searchTerms(
                        "Boil a litre of water and let it cool for two minutes.", "Boil a Litre of Water", "green tea"))
                .startsWith("green tea", "litre", "water")
                .doesNotContain("two minutes", "two");
        assertThat(OwnWords.searchTerms("Strain it at once, or it turns bitter.", "Strain It at Once", "green tea"))
                .containsExactly("green tea", "strain", "bitter");
    }

    @Test
    void neighboursAreAskedForTogetherFirst() {
        assertThat(OwnWords.searchTerms("Put two spoons of green tea leaves into a warm pot.", "Green Tea", "tea"))
                .startsWith("green tea", "tea leaves", "warm pot", "tea");
    }
}
