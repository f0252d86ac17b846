package dev.viralvideo.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextPatternTest {
    @Test
    void signsOfATopicAreFilledInAsTheyAreSpoken() {
        assertThat(TextPattern.fill("all about {topic}.", Map.of("topic", "rock & roll 🎸")))
                .isEqualTo("All about rock and roll.");
    }

    @Test
    void aPatternWhoseValueCannotBeSaidIsNotChosen() {
        List<String> patterns = List.of("{topic}. Let's look.", "Let's look.");
        assertThat(TextPattern.choose(patterns, Map.of("topic", "🐝🐝"), 0)).isEqualTo("Let's look.");
    }

    @Test
    void aValueIsDataAndNeverAPatternItself() {
        assertThat(TextPattern.fill("{topic}", Map.of("topic", "$1 \\2 {subject}", "subject", "x")))
                .isEqualTo("$1 2 subject");
    }
}
