package dev.viralvideo.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RelevanceTest {
    @Test
    void allWordsOfTheMostSpecificTermAreAFullMatch() {
        assertThat(Relevance.of("nature/honey-bees 01", List.of("honey bee", "insect")))
                .isEqualTo(1);
    }

    @Test
    void laterTermsCountALittleLess() {
        assertThat(Relevance.of("insects", List.of("honey bee", "insect"))).isEqualTo(0.92);
    }

    @Test
    void joinedAndSeparateSpellingsMeet() {
        assertThat(Relevance.of("honey bee", List.of("honeybee"))).isEqualTo(1);
        assertThat(Relevance.of("honeybee", List.of("honey bee"))).isEqualTo(1);
    }

    @Test
    void aSharedModifierIsNotTheSameSubject() {
        assertThat(Relevance.of("honey cake", List.of("honey bee"))).isLessThan(0.25);
    }

    @Test
    void partsOfWordsDoNotMatch() {
        assertThat(Relevance.of("beer caterpillar", List.of("bee", "cat"))).isZero();
    }
}
