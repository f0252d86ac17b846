package dev.viralvideo.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.ffmpeg.ScriptedFfmpeg;
import dev.viralvideo.json.Json;
import dev.viralvideo.project.ProjectStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class FfmpegFaultsTest {
    /** True for the call that renders a segment; {@code once} makes what follows happen the first time only. */
    private static final String SEGMENT = "case \"$*\" in *-filter_complex*segment-000*)";

    @TempDir
    private Path folder;

    private Path home() {
        return folder.resolve("home");
    }

    private Map<String, String> with(String script) throws IOException {
        Path program = ScriptedFfmpeg.in(folder.resolve("bin"), script);
        return Map.of("vvg.ffmpeg", program.toString(), "vvg.ffmpeg.timeout", "10", "vvg.retry.delay", "100");
    }

    private String once(String action) {
        Path done = folder.resolve("done");
        return SEGMENT + " if [ ! -e '" + done + "' ]; then : > '" + done + "'; " + action + "; fi;; esac";
    }

    @Test
    void oneThatHangsIsEndedWithItsChildrenAndTheStageIsTriedAgain() throws Exception {
        try (Running service = new Running(home(), with(once("sleep 4242 & sleep 4242")))) {
            String id = service.create(Topics.cheap("Hanging bees"));

            service.awaitStatus(id, ProjectStatus.COMPLETED);

            assertThat(folder.resolve("done")).exists();
            assertThat(ProcessHandle.allProcesses()
                            .filter(handle ->
                                    handle.info().commandLine().orElse("").endsWith("sleep 4242")))
                    .isEmpty();
            assertThat(service.projects.attempts(id)).isEqualTo(1);
        }
    }

    @Test
    void oneThatCrashesIsTriedThreeTimesAndThenTheProjectFailsAndCanBeRetried() throws Exception {
        Path broken = Files.createFile(folder.resolve("broken"));
        String script = SEGMENT + " if [ -e '" + broken + "' ]; then kill -SEGV $$; fi;; esac";
        try (Running service = new Running(home(), with(script))) {
            String id = service.create(Topics.cheap("Crashing bees"));
            String other = service.create(Topics.cheap("Other bees"));

            service.awaitStatus(id, ProjectStatus.FAILED);
            service.awaitStatus(other, ProjectStatus.FAILED);

            JsonNode error = Json.MAPPER.readTree(service.projects.get(id).error());
            assertThat(error.path("category").asText()).isEqualTo("PROCESSING");
            assertThat(error.path("code").asText()).isEqualTo("FFMPEG_FAILED");
            assertThat(error.path("attempts").asInt()).isEqualTo(3);
            assertThat(Outcome.halves(home())).isEmpty();

            Files.delete(broken);
            service.projects.pipeline.retryProject(id, null);
            service.awaitStatus(id, ProjectStatus.COMPLETED);
        }
    }

    @Test
    void oneThatIsKilledFromOutsideIsStartedAgain() throws Exception {
        for (String signal : new String[] {"KILL", "TERM"}) {
            Files.deleteIfExists(folder.resolve("done"));
            try (Running service = new Running(home(), with(once("kill -" + signal + " $$")))) {
                String id = service.create(Topics.cheap("Bees and " + signal));

                service.awaitStatus(id, ProjectStatus.COMPLETED);

                assertThat(folder.resolve("done")).exists();
                assertThat(service.projects.attempts(id)).isEqualTo(1);
            }
        }
    }
}
