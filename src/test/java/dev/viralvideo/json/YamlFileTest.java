package dev.viralvideo.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {
    record Mood(String name, int tempo, Key key, List<String> chords) {
        Mood {
            if (tempo < 40 || tempo > 200) {
                throw new IllegalArgumentException("tempo must be 40 to 200, is " + tempo);
            }
        }
    }

    record Key(String tonic) {}

    @TempDir
    Path folder;

    @Test
    void reads_a_record() throws IOException {
        assertThat(read("name: calm\ntempo: 80\nkey: {tonic: C}\n"))
                .isEqualTo(new Mood("calm", 80, new Key("C"), null));
    }

    @Test
    void names_line_and_field_of_an_unknown_field() {
        assertThatThrownBy(() -> read("name: calm\ntempo: 80\nkey:\n  tonik: C\n"))
                .hasMessageContainingAll("mood.yaml:4", "'key.tonik'", "known are tonic");
    }

    @Test
    void names_line_and_reason_of_a_value_out_of_range() {
        assertThatThrownBy(() -> read("name: calm\ntempo: 8\n"))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContainingAll("mood.yaml:2:", "tempo must be 40 to 200, is 8");
    }

    @Test
    void names_the_field_of_a_wrong_type() {
        assertThatThrownBy(() -> read("name: calm\ntempo: fast\n")).hasMessageContainingAll("mood.yaml:2", "'tempo'");
    }

    @Test
    void names_the_line_of_broken_yaml() {
        assertThatThrownBy(() -> read("name: calm\n tempo: [80\n")).hasMessageContaining("mood.yaml:");
    }

    @Test
    void an_empty_file_is_told() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("mood.yaml");
    }

    private Mood read(String text) throws IOException {
        return YamlFile.read(Files.writeString(folder.resolve("mood.yaml"), text), Mood.class);
    }
}
