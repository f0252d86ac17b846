package dev.viralvideo.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionsTest {
    private static final Transitions SHIPPED = new Transitions(Path.of("styles", "transitions"));

    @TempDir
    Path folder;

    static List<String> shipped() {
        return SHIPPED.names();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedOneIsRightAndFfmpegKnowsIt(String name) {
        Transition transition = SHIPPED.named(name);

        assertThat(transition.description()).isNotBlank();
        if (!transition.isCut()) {
            Footage.run(List.of(
                    "-f",
                    "lavfi",
                    "-i",
                    "color=s=16x16:r=30",
                    "-f",
                    "lavfi",
                    "-i",
                    "color=s=16x16:r=30",
                    "-filter_complex",
                    "xfade=transition=" + transition.filter() + ":duration=0.1",
                    "-frames:v",
                    "2",
                    "-f",
                    "null",
                    "-"));
        }
    }

    @Test
    void theUsualOnesAreThere() {
        assertThat(SHIPPED.names()).contains("cut", "fade", "slide-left", "slide-up", "zoom", "wipe", "circle");
    }

    @Test
    void anUnknownNameListsTheKnown() {
        assertThatThrownBy(() -> SHIPPED.named("sparkle"))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining("'sparkle'")
                .hasMessageContaining("fade, ");
    }

    @Test
    void aNameIsNeverAPath() throws IOException {
        Files.writeString(folder.resolve("secret.yaml"), "name: secret\nfilter: fade\n");

        assertThatThrownBy(() -> new Transitions(Files.createDirectory(folder.resolve("t"))).named("../secret"))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining("not known");
    }

    @Test
    void aWrongFilterNamesFileLineAndKnown() throws IOException {
        Files.writeString(folder.resolve("odd.yaml"), "name: odd\nfilter: sparkle\n");

        assertThatThrownBy(() -> new Transitions(folder).named("odd"))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining("odd.yaml")
                .hasMessageContaining("filter 'sparkle'")
                .hasMessageContaining("circleopen");
    }

    @Test
    void theFileIsCalledLikeTheTransition() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "name: b\nfilter: fade\n");

        assertThatThrownBy(() -> new Transitions(folder).named("a")).hasMessageContaining("field 'name'");
    }
}
