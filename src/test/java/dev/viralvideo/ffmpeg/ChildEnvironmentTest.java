package dev.viralvideo.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildEnvironmentTest {
    private static final Platform LINUX = Platform.of("Linux", "amd64");

    @Test
    void oursIsNotHandedOn() {
        Map<String, String> ours = Map.of("PEXELS_API_KEY", "secret", "PATH", "/bin", "LC_ALL", "de_DE");
        assertThat(ChildEnvironment.of(LINUX, List.of(), ours))
                .containsOnly(Map.entry("PATH", "/bin"), Map.entry("LC_ALL", "C.UTF-8"));
    }

    @Test
    void ownLibrariesComeBeforeInheritedOnes() {
        Map<String, String> theirs =
                ChildEnvironment.of(LINUX, List.of(Path.of("a"), Path.of("b")), Map.of("LD_LIBRARY_PATH", "c"));
        assertThat(theirs).containsEntry("LD_LIBRARY_PATH", String.join(File.pathSeparator, "a", "b", "c"));
    }

    @Test
    void everySystemHasItsOwnVariable() {
        assertThat(Platform.of("Mac OS X", "aarch64")).isEqualTo(new Platform("macosx-arm64", "DYLD_LIBRARY_PATH", ""));
        assertThat(Platform.of("Windows 11", "amd64")).isEqualTo(new Platform("windows-x86_64", "PATH", ".exe"));
        assertThat(Platform.of("Linux", "aarch64").name()).isEqualTo("linux-arm64");
    }
}
