package dev.viralvideo.video.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.viralvideo.video.Footage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterGraphTest {
    @Test
    void writesInputsFiltersAndOutputs() {
        FilterGraph graph = new FilterGraph(List.of(
                new FilterChain(
                        List.of("0:v"),
                        List.of(Filter.of("scale").with("w", 10).with("h", 20), Filter.of("null")),
                        List.of("a")),
                new FilterChain(List.of("a", "1:v"), List.of(Filter.of("overlay")), List.of("out"))));

        assertThat(graph).hasToString("[0:v]scale=w=10:h=20,null[a];[a][1:v]overlay[out]");
    }

    @Test
    void escapesAnExpressionsCommas() {
        assertThat(text(Filter.of("select").with("expr", "eq(n,0)"))).isEqualTo("[0:v]select=expr=eq(n\\,0)[o]");
    }

    @Test
    void escapesOnBothLevels() {
        assertThat(text(Filter.of("f").with("o", "a:b'c\\d"))).isEqualTo("[0:v]f=o=a\\\\:b\\\\\\'c\\\\\\\\d[o]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's 100% \"true\": [a];[b], c=d\\",
                "$(id) `id`",
                " both ends ",
                "a\nb",
                "x,drawtext=text=hacked",
                "%{pts}",
                "\\'",
                "'",
                "][",
                "é 蜂"
            })
    void ffmpegSeesExactlyTheValue(String hostile) {
        String graph = new FilterGraph(List.of(new FilterChain(
                        List.of(),
                        List.of(
                                Filter.of("color").with("size", "16x16"),
                                Filter.of("metadata")
                                        .with("mode", "add")
                                        .with("key", "k")
                                        .with("value", hostile),
                                Filter.of("metadata").with("mode", "print")),
                        List.of("o"))))
                .toString();

        String messages = Footage.run(
                List.of("-v", "info", "-filter_complex", graph, "-map", "[o]", "-frames:v", "1", "-f", "null", "-"));

        assertThat(messages).contains("k=" + hostile + "\n");
    }

    @Test
    void refusesNamesThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Filter.of("scale,drawtext"));
        assertThatIllegalArgumentException().isThrownBy(() -> Filter.of("scale").with("w=1:h", "2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FilterChain(List.of("a]["), List.of(Filter.of("null")), List.of("o")));
    }

    @Test
    void writesNumbersWithoutExponents() {
        assertThat(Filter.number(1e-5)).isEqualTo("0.00001");
        assertThat(Filter.number(-0.0)).isEqualTo("0");
        assertThat(Filter.number(12345678)).isEqualTo("12345678");
    }

    private static String text(Filter filter) {
        return new FilterGraph(List.of(new FilterChain(List.of("0:v"), List.of(filter), List.of("o")))).toString();
    }
}
