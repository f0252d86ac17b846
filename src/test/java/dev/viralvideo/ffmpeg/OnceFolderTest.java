package dev.viralvideo.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnceFolderTest {
    @TempDir
    private Path parent;

    @Test
    void aFillingThatFailsLeavesNothing() {
        assertThatThrownBy(() -> new OnceFolder(parent.resolve("x")).fill(half -> {
                    Files.createFile(half.resolve("a"));
                    throw new IOException("stopped half-way");
                }))
                .hasMessage("stopped half-way");
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void theFirstToFinishWins() throws IOException {
        OnceFolder folder = new OnceFolder(parent.resolve("x"));
        folder.fill(outer -> {
            folder.fill(inner -> Files.writeString(inner.resolve("a"), "inner"));
            Files.writeString(outer.resolve("a"), "outer");
        });
        assertThat(parent.resolve("x/a")).hasContent("inner");
        assertThat(parent.toFile().list()).containsExactly("x");
    }

    @Test
    void whatAKilledProcessLeftIsRemovedInTime() throws IOException {
        Path old = Files.createDirectory(parent.resolve(".x-old"));
        Path young = Files.createDirectory(parent.resolve(".x-young"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        new OnceFolder(parent.resolve("x")).fill(half -> {});
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }
}
