package dev.viralvideo.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.ffmpeg.ScriptedFfmpeg;
import dev.viralvideo.json.Json;
import dev.viralvideo.project.ProjectStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small disk of its own is filled to the last byte; that needs the right to mount one. Where there is none, FfmpegTest,
 * DatabaseTest and PipelineRoutesTest have stand-ins for each part.
 */
@EnabledOnOs(OS.LINUX)
class DiskFullTest {
    private static final int DISK_MEGABYTES = 48;

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectories(folder.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MEGABYTES + "m", "tmpfs", disk.toString());
        if (!mounted) {
            System.out.println("a disk cannot be mounted here: the tests of a full disk are left out");
        }
        assumeTrue(mounted);
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "--lazy", disk.toString());
    }

    @Test
    void aDiskThatIsFullDuringARenderFailsTheProjectUntilThereIsSpaceAgain() throws Exception {
        Map<String, String> settings = settings();
        settings.put("vvg.db.url", "jdbc:sqlite:" + folder.resolve("state.db"));
        try (Running service = new Running(folder.resolve("home"), settings)) {
            String id = service.create(Topics.longer("Bees without room"));
            Running.await("its sound is made", () -> service.projects.get(id).audioTracks() != null);
            fill();

            service.awaitStatus(id, ProjectStatus.FAILED);
            JsonNode error = Json.MAPPER.readTree(service.projects.get(id).error());
            assertThat(error.path("category").asText()).as(error.toString()).isEqualTo("RESOURCE");
            assertThat(error.path("attempts").asInt()).isEqualTo(3);

            free();
            service.projects.pipeline.retryProject(id, null);
            service.awaitStatus(id, ProjectStatus.COMPLETED);
            assertThat(service.projects.attempts(id)).isZero();
        }
    }

    @Test
    void aDiskThatIsFullWhenTheStateIsWrittenStopsWorkAndIntakeUntilThereIsSpaceAgain() throws Exception {
        Map<String, String> settings = settings();
        settings.put("vvg.intake.min-free-bytes", String.valueOf(1 << 20));
        settings.put("vvg.intake.settle", "0");
        Path home = folder.resolve("home");
        try (Running service = new Running(home, settings)) {
            String id = service.create(Topics.longer("Bees without a state"));
            service.awaitStatus(id, ProjectStatus.SOURCING);
            fill();
            Running.await("intake waits", () -> service.waitingFor().contains("MiB are free"));
            Path topic =
                    Files.writeString(home.resolve("inbox/late.json"), Json.write(Topics.cheap("Bees that are late")));
            assertThat(service.projects.status(id).terminal()).isFalse();

            free();

            Running.await("intake goes on", () -> Files.notExists(topic));
            service.awaitStatus(id, ProjectStatus.COMPLETED);
            assertThat(service.projects.eventNames(id)).containsOnlyOnce("project.completed", "script.generated");
        }
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>();
        // the bundled programs would not fit on the disk
        settings.put("vvg.ffmpeg", ScriptedFfmpeg.in(folder.resolve("bin"), "").toString());
        settings.put("vvg.data", disk.resolve("data").toString());
        settings.put("vvg.retry.delay", "100");
        return settings;
    }

    private void fill() throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    private void free() throws IOException {
        Files.delete(disk.resolve("filler"));
    }

    private static boolean run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
