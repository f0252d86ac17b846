package dev.viralvideo.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    @Test
    void everyInputMayOnlyBeAFile() {
        assertThat(CommandLine.of(Path.of("ffmpeg"), List.of("-i", "a", "-ss", "1", "-i", "b", "c")))
                .containsSubsequence("ffmpeg", "-nostdin", "-y", "-v", "error", "-progress", "pipe:1")
                .endsWith(
                        "-protocol_whitelist",
                        "file,pipe",
                        "-i",
                        "a",
                        "-ss",
                        "1", //
                        "-protocol_whitelist",
                        "file,pipe",
                        "-i",
                        "b",
                        "c");
    }

    @Test
    void aCommandMayChooseItsLevelOfMessages() {
        assertThat(CommandLine.of(Path.of("ffmpeg"), List.of("-v", "info", "-i", "a", "b")))
                .doesNotContain("error");
    }
}
