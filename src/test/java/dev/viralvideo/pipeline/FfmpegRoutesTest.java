package dev.viralvideo.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.FfmpegResult;
import dev.viralvideo.ffmpeg.ProgressListener;
import dev.viralvideo.ffmpeg.TestFfmpeg;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.component.exec.ExecCommand;
import org.apache.camel.component.exec.ExecEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegRoutesTest {
    @TempDir
    private Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ConcurrentLinkedQueue<Long> frames = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void start() throws Exception {
        ProgressListener progress = (command, frame) -> frames.add(frame);
        camel.getRegistry().bind("ffmpegBinding", new FfmpegBinding());
        camel.getRegistry()
                .bind("ffmpegExecutor", new FfmpegExecutor(TestFfmpeg.shared(), progress, "stopped"::equals));
        camel.addRoutes(new FfmpegRoutes());
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void theRouteRunsFfmpegAndTellsProgress() {
        Path file = folder.resolve("a.mp4");
        Object result = camel.createProducerTemplate().requestBody("direct:ffmpeg", command(file));
        assertThat(result).isInstanceOf(FfmpegResult.class);
        assertThat(file).isNotEmptyFile();
        assertThat(List.copyOf(frames)).endsWith(25L);
    }

    @Test
    void forgedHeadersChangeNothing() {
        Path file = folder.resolve("a.mp4");
        Path forged = folder.resolve("forged");
        Map<String, Object> headers = new HashMap<>();
        for (String prefix : List.of("CamelExec", "camelexec", "CAMELEXEC", "cAmElExEc")) {
            headers.put(prefix + "CommandExecutable", "touch");
            headers.put(prefix + "CommandArgs", List.of(forged.toString()));
            headers.put(prefix + "CommandOutFile", forged.toString());
            headers.put(prefix + "CommandWorkingDir", "/nowhere");
            headers.put(prefix + "CommandTimeout", 1L);
            headers.put(prefix + "CommandExitValues", "1");
        }
        Object result = camel.createProducerTemplate().requestBodyAndHeaders("direct:ffmpeg", command(file), headers);
        assertThat(result).isInstanceOf(FfmpegResult.class);
        assertThat(file).isNotEmptyFile();
        assertThat(forged).doesNotExist();
    }

    @Test
    void theBindingReadsNoHeaderEvenWhereTheRouteLeavesThem() throws Exception {
        var exchange = camel.getEndpoint("direct:ffmpeg").createExchange();
        FfmpegCommand command = command(folder.resolve("a.mp4"));
        exchange.getMessage().setBody(command);
        exchange.getMessage().setHeader("CamelExecCommandExecutable", "touch");
        exchange.getMessage().setHeader("CamelExecCommandArgs", List.of("forged"));
        ExecCommand made = new FfmpegBinding()
                .readInput(
                        exchange,
                        camel.getEndpoint(
                                "exec:ffmpeg?binding=#ffmpegBinding&commandExecutor=#ffmpegExecutor",
                                ExecEndpoint.class));
        assertThat(made.getExecutable()).isEqualTo("ffmpeg");
        assertThat(made.getArgs()).isEqualTo(command.arguments());
    }

    @Test
    void onlyACommandIsAccepted() {
        assertThatThrownBy(() -> camel.createProducerTemplate().requestBody("direct:ffmpeg", "-version"))
                .isInstanceOf(CamelExecutionException.class)
                .hasCauseInstanceOf(Failure.Internal.class);
    }

    @Test
    void theExecutorRunsNothingElse() {
        ExecCommand other = new ExecCommand("id", List.of(), null, 1L, null, null, null, false, null);
        FfmpegExecutor executor = new FfmpegExecutor(TestFfmpeg.shared(), ProgressListener.NONE, owner -> false);
        assertThatThrownBy(() -> executor.execute(other)).isInstanceOf(Failure.Internal.class);
    }

    @Test
    void nothingIsStartedForAProjectThatWasStopped() {
        FfmpegCommand command = new FfmpegCommand("stopped", "mix", List.of("-version"), Duration.ofSeconds(9), 0);
        assertThatThrownBy(() -> camel.createProducerTemplate().requestBody("direct:ffmpeg", command))
                .cause()
                .isInstanceOfSatisfying(Failure.Processing.class, failure -> assertThat(failure.code())
                        .isEqualTo("CANCELLED"));
    }

    @Test
    void aFailureOfFfmpegReachesTheRoutesErrorPolicy() {
        FfmpegCommand command =
                new FfmpegCommand("p", "mix", List.of("-i", "missing", "x.mp4"), Duration.ofSeconds(9), 0);
        assertThatThrownBy(() -> camel.createProducerTemplate().requestBody("direct:ffmpeg", command))
                .cause()
                .isInstanceOfSatisfying(Failure.Processing.class, failure -> assertThat(failure.code())
                        .isEqualTo("FFMPEG_FAILED"));
    }

    private FfmpegCommand command(Path file) {
        List<String> arguments = List.of("-f", "lavfi", "-i", "testsrc2=s=64x64:d=1:r=25", file.toString());
        return new FfmpegCommand("p", "a test", arguments, Duration.ofSeconds(20), 25);
    }
}
