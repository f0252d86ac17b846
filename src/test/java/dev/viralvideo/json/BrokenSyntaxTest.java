package dev.viralvideo.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

class BrokenSyntaxTest {
    @Test
    void yamlTellsWhatItMet() {
        assertThat(reason(new YAMLMapper(), "a: \"open\n"))
                .isEqualTo("while scanning a quoted scalar: found unexpected end of stream");
        assertThat(reason(new YAMLMapper(), "a: b\n\tc: d\n")).contains("TAB");
        assertThat(reason(new YAMLMapper(), "a: b: c\n")).isEqualTo("mapping values are not allowed here");
    }

    @Test
    void jsonKeepsItsParserToItself() {
        assertThat(reason(new ObjectMapper(), "{\"a\":1"))
                .isEqualTo("Unexpected end-of-input: expected close marker for Object");
        assertThat(reason(new ObjectMapper(), "[".repeat(2000)))
                .contains("nesting depth")
                .doesNotContain("Stream");
    }

    private static String reason(ObjectMapper mapper, String text) {
        return BrokenSyntax.reason(catchThrowableOfType(JsonProcessingException.class, () -> mapper.readTree(text)));
    }
}
