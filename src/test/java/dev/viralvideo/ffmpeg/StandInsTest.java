package dev.viralvideo.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class StandInsTest {
    private static final Platform PLATFORM = Platform.current();

    @TempDir
    private Path folder;

    @Test
    void onlyWhatTheSystemLacksIsReplaced() throws IOException {
        Path unpacked = folder.resolve("stand-ins");
        StandIns standIns = new StandIns(PLATFORM, unpacked);
        Programs programs = programThatMisses("libpulse.so.0", "libxcb.so.1");
        assertThat(standIns.behind(programs).libraries())
                .containsExactly(folder, standIns.unpacked("libpulse.so.0"), standIns.unpacked("libxcb.so.1"));
        assertThat(unpacked.toFile().list()).hasSize(2);
    }

    @Test
    void nothingIsReplacedWhereNothingIsMissing() throws IOException {
        assertThat(new StandIns(PLATFORM, folder).behind(programThatMisses()).libraries())
                .containsExactly(folder);
    }

    @Test
    void aLibraryWithoutStandInIsNamed() throws IOException {
        StandIns standIns = new StandIns(PLATFORM, folder);
        Programs programs = programThatMisses("libstdc++.so.6");
        assertThatThrownBy(() -> standIns.behind(programs))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContainingAll("libstdc++.so.6", "vvg.ffmpeg=system");
    }

    @Test
    void allStandInsTogetherSatisfyTheBundledProgram() throws IOException {
        Programs programs = new EmbeddedFfmpeg(PLATFORM).unpack(Path.of("target", "ffmpeg"));
        Path home = programs.ffmpeg().getParent();
        List<Path> libraries = new ArrayList<>(List.of(home));
        for (String library : StandIns.LIBRARIES) {
            libraries.add(new StandIns(PLATFORM, folder.resolve("stand-ins")).unpacked(library));
        }
        Programs replaced = new Programs(programs.ffmpeg(), programs.ffprobe(), libraries, "");
        Map<String, String> environment = new TreeMap<>(replaced.environment());
        // every name is looked up at the start, not when it is first called
        environment.put("LD_BIND_NOW", "1");
        List<String> line = List.of(replaced.ffmpeg().toString(), "-version");
        ProgramRun.Outcome outcome = ProgramRun.of(environment, line, Duration.ofSeconds(20));
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.output()).startsWith("ffmpeg version");
        environment.put("LD_TRACE_LOADED_OBJECTS", "1");
        assertThat(ProgramRun.of(environment, line, Duration.ofSeconds(20)).output())
                .contains(StandIns.LIBRARIES.stream()
                        .map(name -> "stand-ins/" + name)
                        .toList());
    }

    /** Speaks as the loader does of the first missing library that is in none of the folders. */
    private Programs programThatMisses(String... names) throws IOException {
        StringBuilder script = new StringBuilder("#!/bin/sh\n");
        for (String name : names) {
            script.append("case $LD_LIBRARY_PATH in *stand-ins/")
                    .append(name)
                    .append("*) ;; *) echo \"$0: error while loading shared libraries: ")
                    .append(name)
                    .append(": cannot open shared object file\" >&2; exit 127;; esac\n");
        }
        Path program = Files.writeString(folder.resolve("program"), script);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return new Programs(program, program, List.of(folder), "");
    }
}
