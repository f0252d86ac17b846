package dev.viralvideo.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.failure.Failure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
    private final FfmpegCommand command = new FfmpegCommand("p", "segment 3", List.of(), Duration.ofSeconds(9), 0);

    @ParameterizedTest
    @CsvSource({
        "228, av_interleaved_write_frame(): No space left on device, RESOURCE, DISK_FULL, true",
        "1, Disk quota exceeded, RESOURCE, DISK_FULL, true",
        "137, '', RESOURCE, OUT_OF_MEMORY, true",
        "1, Cannot allocate memory, RESOURCE, OUT_OF_MEMORY, true",
        "1, out.mp4: Permission denied, RESOURCE, FILE_ACCESS, true",
        "1, out.mp4: Read-only file system, RESOURCE, FILE_ACCESS, true",
        "255, '', PROCESSING, FFMPEG_INTERRUPTED, true",
        "139, '', PROCESSING, FFMPEG_FAILED, true",
        "1, Invalid argument, PROCESSING, FFMPEG_FAILED, true"
    })
    void anEndIsSortedByItsReason(
            int exit, String messages, Failure.Category category, String code, boolean retryable) {
        Failure failure = Messages.failed(command, exit, messages);
        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.retryable()).isEqualTo(retryable);
        assertThat(failure).hasMessageContaining("segment 3");
    }

    @Test
    void onlyTheLastFewDifferentLinesAreTold() {
        String said = "[h264 @ 0x55d0c0ffee] a\n[h264 @ 0x55d0c0ffef] a\n\nb\rc\nd\ne\nf\n" + "g".repeat(5000);
        assertThat(Messages.lastUseful(said)).startsWith("c | d | e | f | ggg").hasSizeLessThan(400);
        assertThat(Messages.lastUseful("[h264 @ 0x55d0c0ffee] a\n[h264 @ 0x55d0c0ffef] a"))
                .isEqualTo("[h264] a");
        assertThat(Messages.lastUseful(" \n")).isEqualTo("it said nothing");
    }
}
