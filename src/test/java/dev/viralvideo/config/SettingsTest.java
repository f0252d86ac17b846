package dev.viralvideo.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    Path home;

    @Test
    void defaults_are_valid_and_lie_below_the_home_folder() {
        Settings settings = load(Map.of(), Map.of());
        assertThat(settings.video().crf()).isEqualTo(20);
        assertThat(settings.request().duration()).isEmpty();
        assertThat(settings.folders().output()).isEqualTo(home.resolve("output").toAbsolutePath());
    }

    @Test
    void a_later_layer_wins() throws IOException {
        assertThat(load(Map.of(), Map.of()).video().crf()).isEqualTo(20);
        file("vvg.video.crf=21");
        assertThat(load(Map.of(), Map.of()).video().crf()).isEqualTo(21);
        assertThat(load(Map.of("VVG_VIDEO_CRF", "22"), Map.of()).video().crf()).isEqualTo(22);
        Settings all = load(Map.of("VVG_VIDEO_CRF", "22"), Map.of("vvg.video.crf", "23"));
        assertThat(all.video().crf()).isEqualTo(23);
        assertThat(all.properties().get("vvg.video.crf").layer()).isEqualTo(Layer.ARGUMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "vvg.video.crf, 52, 0 to 51",
        "vvg.video.crf, good, 0 to 51",
        "vvg.duration, -3, 5.0 to 600.0",
        "vvg.duration, NaN, 5.0 to 600.0",
        "vvg.aspect, 4:3, '9:16, 16:9, 1:1'",
        "vvg.video.preset, lossless, ultrafast",
        "vvg.retry.attempts, 0, 1 to 10",
        "vvg.voice, '', must not be blank"
    })
    void a_wrong_value_is_told_with_key_value_and_range(String key, String value, String range) {
        assertThatThrownBy(() -> load(Map.of(), Map.of(key, value)))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContainingAll(key, "'" + value + "'", range);
    }

    @Test
    void an_unknown_setting_is_refused_with_the_nearest_one() throws IOException {
        file("vvg.video.crff=18");
        assertThatThrownBy(() -> load(Map.of(), Map.of())).hasMessageContainingAll("vvg.video.crff", "'vvg.video.crf'");
    }

    @Test
    void folders_can_be_set_on_their_own() {
        Settings settings = load(Map.of(), Map.of("vvg.output", "elsewhere", "vvg.media", "/films"));
        assertThat(settings.folders().output())
                .isEqualTo(home.resolve("elsewhere").toAbsolutePath());
        assertThat(settings.folders().media()).isEqualTo(Path.of("/films"));
    }

    private Settings load(Map<String, String> environment, Map<String, String> arguments) {
        return Settings.load(Path.of("."), home, environment, arguments);
    }

    private void file(String line) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/application.properties"), line + "\n");
    }
}
