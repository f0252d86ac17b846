package dev.viralvideo.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.viralvideo.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private final Ffmpeg ffmpeg = TestFfmpeg.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two  spaces",
                "'single' and \"double\" quotes",
                "$(id) `id` ${HOME} $HOME && id; id | id > x",
                "back\\slash % : , [x] {y} *?",
                "a line\nand another",
                "-i",
                ""
            })
    void anArgumentArrivesAsItWasGiven(String title) {
        Path file = folder.resolve("titled.mkv");
        TestFfmpeg.make(file, "-f", "lavfi", "-i", "color=s=16x16:d=0.1", "-metadata", "title=" + title);
        assertThat(titleOf(file)).isEqualTo(title);
    }

    @Test
    void progressIsToldUpToTheLastFrame() {
        ConcurrentLinkedQueue<Long> frames = new ConcurrentLinkedQueue<>();
        FfmpegCommand command =
                TestFfmpeg.command(folder.resolve("v.mp4"), "-f", "lavfi", "-i", "testsrc2=s=320x240:d=3:r=30");
        ffmpeg.run(command, (told, frame) -> {
            assertThat(told).isSameAs(command);
            frames.add(frame);
        });
        assertThat(List.copyOf(frames)).isNotEmpty().isSorted().endsWith(90L);
    }

    @Test
    void aFailingListenerDoesNotStopTheCall() {
        FfmpegCommand command =
                TestFfmpeg.command(folder.resolve("v.mp4"), "-f", "lavfi", "-i", "testsrc2=s=320x240:d=1");
        FfmpegResult result = ffmpeg.run(command, (told, frame) -> {
            throw new IllegalStateException("listener");
        });
        assertThat(result.seconds()).isPositive();
    }

    @Test
    void aTimeoutEndsTheWholeTree() {
        AtomicReference<List<ProcessHandle>> tree = new AtomicReference<>(List.of());
        FfmpegCommand command = TestFfmpeg.endless("p", folder.resolve("v.mp4"), Duration.ofMillis(700));
        assertThatThrownBy(() -> ffmpeg.run(command, (told, frame) -> tree.set(ffmpegProcesses())))
                .isInstanceOfSatisfying(Failure.Processing.class, failure -> {
                    assertThat(failure.code()).isEqualTo("FFMPEG_TIMEOUT");
                    assertThat(failure.retryable()).isTrue();
                    assertThat(failure).hasMessageContaining("segment 3");
                });
        assertThat(tree.get()).isNotEmpty();
        await().atMost(SOON).until(() -> tree.get().stream().noneMatch(ProcessHandle::isAlive));
        assertThat(ffmpeg.running()).isZero();
    }

    @Test
    void cancelEndsTheCallsOfOneOwnerOnly() {
        AtomicBoolean aRuns = new AtomicBoolean();
        AtomicBoolean bRuns = new AtomicBoolean();
        CompletableFuture<Throwable> a = running("a", aRuns);
        CompletableFuture<Throwable> b = running("b", bRuns);
        await().atMost(Duration.ofSeconds(10)).until(() -> aRuns.get() && bRuns.get());
        assertThat(ffmpeg.running()).isEqualTo(2);

        ffmpeg.cancel("a");

        assertThat(a).succeedsWithin(SOON).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo("CANCELLED");
            assertThat(failure.retryable()).isFalse();
        });
        assertThat(b).isNotDone();
        ffmpeg.cancel("b");
        assertThat(b).succeedsWithin(SOON);
    }

    @Test
    void anInterruptEndsTheCallAndStaysSet() throws InterruptedException {
        AtomicBoolean started = new AtomicBoolean();
        AtomicBoolean flag = new AtomicBoolean();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            thrown.set(catchThrowable(() -> ffmpeg.run(
                    TestFfmpeg.endless("i", folder.resolve("i.mp4"), LONG), (command, frame) -> started.set(true))));
            flag.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        await().atMost(Duration.ofSeconds(10)).untilTrue(started);

        caller.interrupt();
        caller.join(SOON.toMillis());

        assertThat(thrown.get()).isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.code())
                .isEqualTo("CANCELLED"));
        assertThat(flag).isTrue();
        assertThat(ffmpeg.running()).isZero();
    }

    @Test
    void aFailedCallTellsWhatFfmpegSaid() {
        FfmpegCommand command = TestFfmpeg.command(folder.resolve("v.mp4"), "-i", folder + "/nothing.mp4");
        assertThatThrownBy(() -> ffmpeg.run(command, ProgressListener.NONE))
                .isInstanceOfSatisfying(Failure.Processing.class, failure -> {
                    assertThat(failure.code()).isEqualTo("FFMPEG_FAILED");
                    assertThat(failure.retryable()).isTrue();
                    assertThat(failure).hasMessageContainingAll("nothing.mp4", "No such file or directory");
                });
    }

    @Test
    void aCallThatWroteNothingHasFailed() {
        // every frame is dropped
        FfmpegCommand command = TestFfmpeg.command(
                folder.resolve("v.h264"), "-f", "lavfi", "-i", "testsrc2=d=1", "-vf", "select=0", "-c:v", "libx264");
        assertThatThrownBy(() -> ffmpeg.run(command, ProgressListener.NONE))
                .isInstanceOf(Failure.Processing.class)
                .hasMessageContaining("v.h264");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidSo() {
        FfmpegCommand command =
                TestFfmpeg.command(Path.of("/dev/full"), "-f", "lavfi", "-i", "testsrc2=d=1", "-f", "rawvideo");
        assertThatThrownBy(() -> ffmpeg.run(command, ProgressListener.NONE))
                .isInstanceOfSatisfying(Failure.Resource.class, failure -> assertThat(failure.code())
                        .isEqualTo("DISK_FULL"));
    }

    @Test
    void aPlaylistCannotReachTheNetwork() throws Exception {
        Path list = Files.writeString(
                folder.resolve("list.txt"), "ffconcat version 1.0\nfile 'http://localhost:1/secret.mp4'\n");
        FfmpegCommand command = TestFfmpeg.command(
                folder.resolve("v.mp4"), "-f", "concat", "-safe", "0", "-i", list.toString(), "-c", "copy");
        assertThatThrownBy(() -> ffmpeg.run(command, ProgressListener.NONE))
                .hasMessageContaining("Protocol 'http' not on whitelist");
    }

    @Test
    void aProgramThatIsNotThereIsAMatterOfConfiguration() {
        Ffmpeg missing = Ffmpeg.at(folder.resolve("ffmpeg"), folder.resolve("ffprobe"));
        assertThatThrownBy(missing::version)
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining("vvg.ffmpeg");
    }

    @Test
    void theBundledProgramTellsItsVersionAndSource() {
        assertThat(ffmpeg.version()).matches("\\d+\\.\\d+.*");
        assertThat(ffmpeg.source()).startsWith("embedded " + ffmpeg.version());
    }

    private CompletableFuture<Throwable> running(String owner, AtomicBoolean started) {
        FfmpegCommand command = TestFfmpeg.endless(owner, folder.resolve(owner + ".mp4"), LONG);
        return CompletableFuture.supplyAsync(
                () -> catchThrowable(() -> ffmpeg.run(command, (told, frame) -> started.set(true))),
                task -> new Thread(task, owner).start());
    }

    private static List<ProcessHandle> ffmpegProcesses() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("ffmpeg"))
                .toList();
    }

    private static String titleOf(Path file) {
        Programs programs = new EmbeddedFfmpeg(Platform.current()).unpack(Path.of("target", "ffmpeg"));
        List<String> line = List.of(
                programs.ffprobe().toString(),
                "-v",
                "error",
                "-show_entries",
                "format_tags=title",
                "-of",
                "default=nk=1:nw=1",
                file.toString());
        String output = ProgramRun.of(programs.environment(), line, SOON).output();
        return output.isEmpty() ? "" : output.substring(0, output.length() - 1);
    }
}
