package dev.viralvideo.video.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "5 surprising facts about honey bees,5-surprising-facts-about-honey-bees",
        "../../etc/passwd,etc-passwd",
        "Café Zürich: Größe!,cafe-zurich-grosse",
        "it's & that’s,its-thats",
        "C:\\Windows\\con,c-windows-con",
        "🐝 bees 🐝,bees",
        "ﬁne ½,fine-1-2",
        "--a--,a"
    })
    void writesATopicPlainly(String topic, String slug) {
        assertThat(Slug.of(topic)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"🐝🐝", "蜂蜜", "Пчёлы", "..", "", "\n\t"})
    void whatCannotBeWrittenIsAVideo(String topic) {
        assertThat(Slug.of(topic)).isEqualTo("video");
    }

    @Test
    void aLongTopicEndsWithAWord() {
        assertThat(Slug.of("word ".repeat(40))).hasSizeLessThanOrEqualTo(60).endsWith("-word");
        assertThat(Slug.of("x".repeat(199))).hasSize(60);
    }
}
