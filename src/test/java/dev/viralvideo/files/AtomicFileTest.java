package dev.viralvideo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whoMayReadOtherFilesOfTheUserMayReadThisOneToo() throws IOException {
        Path ordinary = Files.createFile(folder.resolve("ordinary"));

        AtomicFile.write(folder.resolve("thumbnail.jpg"), new byte[] {1});

        assertThat(Files.getPosixFilePermissions(folder.resolve("thumbnail.jpg")))
                .isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    @Test
    void whatCannotBeMovedIntoPlaceLeavesNothingBehind() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken/full")).getParent();

        assertThatThrownBy(() -> AtomicFile.write(taken, new byte[] {1}))
                .isInstanceOf(Failure.Resource.class)
                .hasMessageNotContaining("Exception");

        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }
}
