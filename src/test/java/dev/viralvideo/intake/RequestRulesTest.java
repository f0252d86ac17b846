package dev.viralvideo.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {
    @Test
    void aFullRequestPassesTrimmed() {
        Request request = RequestRules.check(new Request(
                " bees ",
                "facts",
                "EN-gb",
                "cmu-slt-hsmm",
                Aspect.SQUARE,
                30.0,
                "calm",
                "pop",
                List.of(" one "),
                List.of(),
                List.of("trip/day 1.jpg", "pexels"),
                9,
                "https://example.org/done?x=1",
                7L));
        assertThat(request.topic()).isEqualTo("bees");
        assertThat(request.language()).isEqualTo("en-GB");
        assertThat(request.points()).containsExactly("one");
    }

    @ParameterizedTest
    @ValueSource(doubles = {4.9, 600.1, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void theDurationIsBounded(double duration) {
        assertThatThrownBy(() -> RequestRules.check(request(duration, null, null, List.of())))
                .hasMessageContaining("duration must be 5 to 600 seconds");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10})
    void thePriorityIsBounded(int priority) {
        assertThatThrownBy(() -> RequestRules.check(request(null, priority, null, List.of())))
                .hasMessageContaining("priority must be 0 (lowest) to 9, is " + priority);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../secret.jpg",
                "a/../../b",
                "C:\\x.jpg",
                "\\\\host\\x",
                "~/x",
                "file:///etc/passwd",
                "",
                "..",
                "a\\..\\b"
            })
    void mediaStayInsideTheMediaFolder(String media) {
        assertThatThrownBy(() -> RequestRules.check(request(null, null, null, List.of(media))))
                .hasMessageContaining("media must name files or folders inside the media folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://x/y", "javascript:alert(1)", "http://", "https://user:pw@host/", "not a url", "//host/x"})
    void theCallbackIsAWebAddress(String callback) {
        assertThatThrownBy(() -> RequestRules.check(request(null, null, callback, List.of())))
                .hasMessageContaining("callback must be an http or https address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../facts", "a/b", "", "$(id)", "-x"})
    void templateNamesArePlain(String template) {
        assertThatThrownBy(() -> RequestRules.check(new Request(
                        "bees", template, null, null, null, null, null, null, null, null, null, null, null, null)))
                .hasMessageContaining("template must be a plain name");
    }

    @Test
    void tooMuchTextIsRefusedByName() {
        assertThatThrownBy(() -> RequestRules.check(points(Collections.nCopies(101, "x"))))
                .hasMessageContaining("points has 101 entries; at most 100");
        assertThatThrownBy(() -> RequestRules.check(points(List.of("a", "x".repeat(2001)))))
                .hasMessageContaining("points entry 2 has 2001 characters");
        assertThatThrownBy(() -> RequestRules.check(points(Collections.nCopies(10, "x".repeat(1500)))))
                .hasMessageContaining("points has 15000 characters altogether");
        assertThatThrownBy(() -> RequestRules.check(points(List.of("a", " "))))
                .hasMessageContaining("points entry 2 is empty");
    }

    private static Request points(List<String> points) {
        return new Request("bees", null, null, null, null, null, null, null, points, null, null, null, null, null);
    }

    private static Request request(Double duration, Integer priority, String callback, List<String> media) {
        return new Request(
                "bees", null, null, null, null, duration, null, null, null, null, media, priority, callback, null);
    }
}
