package dev.viralvideo.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicRulesTest {
    @Test
    void aTopicIsTrimmed() {
        assertThat(TopicRules.check("  \u00a05 facts about bees \t")).isEqualTo("\u00a05 facts about bees");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ça va: l'été à Zürich",
                "50% off? Yes & no!",
                "C:\\temp and $(rm -rf) are just text",
                "👩‍👩‍👧 family",
                "日本の歴史"
            })
    void ordinaryTextPasses(String topic) {
        assertThat(TopicRules.check(topic)).isEqualTo(topic);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u00a0", "\u200b\u200b", "\u2003"})
    void nothingToReadIsEmpty(String topic) {
        assertThatThrownBy(() -> TopicRules.check(topic))
                .hasMessageContaining("empty")
                .extracting("code")
                .isEqualTo("TOPIC_EMPTY");
    }

    @Test
    void aMissingTopicIsEmpty() {
        assertThatThrownBy(() -> TopicRules.check(null)).isInstanceOf(Failure.Validation.class);
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(TopicRules.check("🐝".repeat(199))).hasSize(398);
        assertThatThrownBy(() -> TopicRules.check("a".repeat(200)))
                .hasMessageContaining("200 characters")
                .extracting("code")
                .isEqualTo("TOPIC_TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\nb",
                "a\u001bb",
                "a\u202eb",
                "a\u200bb",
                "a\u2066b",
                "a\ud800b",
                "a\u2028b",
                "a\u007fb"
            })
    void controlAndHiddenCharactersAreNamed(String topic) {
        assertThatThrownBy(() -> TopicRules.check(topic))
                .hasMessageContaining("at character 2")
                .extracting("code")
                .isEqualTo("TOPIC_CONTROL_CHARACTER");
    }

    @ParameterizedTest
    @CsvSource({
        "bees <SCRIPT>alert(1)",
        "JavaScript:alert(1)",
        "x onError=alert(1)",
        "< script src=x",
        "<img onload = x>"
    })
    void scriptLikeTextIsRefused(String topic) {
        assertThatThrownBy(() -> TopicRules.check(topic)).extracting("code").isEqualTo("TOPIC_SCRIPT_LIKE");
    }
}
