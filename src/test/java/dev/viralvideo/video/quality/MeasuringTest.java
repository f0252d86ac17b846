package dev.viralvideo.video.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.MediaInfo;
import dev.viralvideo.ffmpeg.ProgressListener;
import dev.viralvideo.media.Clip;
import dev.viralvideo.video.EncoderSettings;
import dev.viralvideo.video.Footage;
import dev.viralvideo.video.SegmentRender;
import dev.viralvideo.video.Shots;
import dev.viralvideo.video.Timeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files with real faults. */
class MeasuringTest {
    private static final String MOVING = "testsrc2=s=270x480:r=30:d=4";

    @TempDir
    Path work;

    @Test
    void aGoodFileHasNothingToComplainOf() {
        Measurements measured = measure(MOVING, "sine=f=440:d=4");

        assertThat(measured.frames()).isEqualTo(120);
        assertThat(measured.seconds()).isEqualTo(4, within(0.03));
        assertThat(measured.width()).isEqualTo(270);
        assertThat(measured.longestBlack()).isZero();
        assertThat(measured.longestFrozen()).isZero();
        assertThat(measured.longestSilence()).isZero();
        assertThat(measured.decodeWarnings()).isEmpty();
        assertThat(measured.loudnessLufs()).isBetween(-30.0, -15.0);
        assertThat(measured.truePeakDbtp()).isBetween(-20.0, -10.0);
    }

    @Test
    void blackIsFound() {
        assertThat(measure(MOVING + ",drawbox=c=black:t=fill:enable='gte(t,2)'", "sine=f=440:d=4")
                        .longestBlack())
                .isEqualTo(2, within(0.1));
    }

    @Test
    void aDarkBackgroundIsNotBlack() {
        assertThat(measure("color=0x0b1020:s=270x480:r=30:d=2", "sine=f=440:d=2")
                        .longestBlack())
                .isZero();
    }

    @Test
    void aFrozenPictureIsFoundEvenThoughItWasEncoded() {
        String frozen = "mandelbrot=s=270x480:r=30,noise=alls=8:all_seed=1,loop=-1:1:0,trim=end_frame=120";

        assertThat(measure(frozen, "sine=f=440:d=4").longestFrozen()).isGreaterThan(1);
    }

    @Test
    void aSlowCameraOverAStillIsNotFrozen() {
        Path still = Footage.still(work.resolve("still.png"), "mandelbrot=s=600x900");
        Clip clip = Shots.still(still.toString());
        // each position has its own move
        for (int position = 0; position < 6; position++) {
            Shots shots = Shots.on(136, 240);
            for (int before = 0; before < position; before++) {
                shots.shot(1, clip, Shots.CUT, 0);
            }
            // 8 seconds: slower than most real shots
            assertThat(frozenIn(shots.shot(240, clip, Shots.CUT, 0).timeline(), position))
                    .isZero();
        }
    }

    @Test
    void silenceIsFound() {
        Measurements measured = measure(MOVING, "sine=f=440:d=4,volume=0:enable='gte(t,1)'");

        assertThat(measured.longestSilence()).isEqualTo(3, within(0.1));
    }

    @Test
    void aCompletelySilentFileIsMeasuredToo() {
        Measurements measured = measure(MOVING, "anullsrc=d=4");

        assertThat(measured.longestSilence()).isEqualTo(4, within(0.1));
        assertThat(measured.loudnessLufs()).isLessThan(-60);
    }

    @Test
    void aDamagedFileIsFoundOut() throws IOException {
        Path file = make(MOVING, "sine=f=440:d=4");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = bytes.length / 3; i < bytes.length / 3 + 4000; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);

        assertThat(pass().of("p", file, ProgressListener.NONE).decodeWarnings()).isNotEmpty();
    }

    @Test
    void aSpotCheckCountsEveryFrameAndHearsAllOfTheSound() {
        Measurements measured = spotCheck(make(MOVING, "sine=f=440:d=4,volume=0:enable='gte(t,1)'"));

        assertThat(measured.frames()).isEqualTo(120);
        assertThat(measured.seconds()).isEqualTo(4, within(0.03));
        assertThat(measured.longestSilence()).isEqualTo(3, within(0.1));
        assertThat(measured.loudnessLufs()).isBetween(-35.0, -15.0);
        assertThat(measured.truePeakDbtp()).isBetween(-20.0, -10.0);
        assertThat(measured.decodeWarnings()).isEmpty();
    }

    @Test
    void aSpotCheckFindsAFileThatEndsTooSoon() throws IOException {
        Path whole = make(MOVING, "sine=f=440:d=4");
        Path early = Footage.make(
                work.resolve("early.mp4"), "-i", whole.toString(), "-c", "copy", "-movflags", "+faststart");
        byte[] bytes = Files.readAllBytes(early);
        Files.write(early, Arrays.copyOf(bytes, bytes.length / 2));

        Measurements measured = spotCheck(early);

        assertThat(measured.frames()).isLessThan(100);
        assertThat(measured.decodeWarnings()).isNotEmpty();
    }

    @Test
    void aSpotCheckFindsKeyFramesThatCannotBeDecoded() throws IOException {
        Path file = make(MOVING, "sine=f=440:d=4");
        byte[] bytes = Files.readAllBytes(file);
        int data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdat") + 2000;
        for (int i = data; i < data + 4000; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);

        assertThat(spotCheck(file).decodeWarnings()).isNotEmpty();
    }

    @Test
    void whatIsNoVideoAtAllIsAFailure() throws IOException {
        Path file = Files.writeString(work.resolve("no.mp4"), "not a video");

        assertThatThrownBy(() -> pass().of("p", file, ProgressListener.NONE)).isInstanceOf(Failure.class);
    }

    private double frozenIn(Timeline timeline, int position) {
        Path segment = work.resolve("segment.mp4");
        Footage.FFMPEG.run(
                new SegmentRender(new EncoderSettings("veryfast", 20, 1)).command("p", timeline, position, segment),
                ProgressListener.NONE);
        return pass().of("p", segment, ProgressListener.NONE).longestFrozen();
    }

    private static Measurements spotCheck(Path file) {
        MediaInfo info = Footage.FFMPEG.probe(file);
        FfmpegCommand command = pass().spotCheck("p", file, info);
        return MeasuringLog.read(
                Footage.FFMPEG.run(command, ProgressListener.NONE).messages(), info);
    }

    private Measurements measure(String video, String audio) {
        return pass().of("p", make(video, audio), ProgressListener.NONE);
    }

    private Path make(String video, String audio) {
        return Footage.make(
                work.resolve("made.mp4"),
                "-f",
                "lavfi",
                "-i",
                video,
                "-f",
                "lavfi",
                "-i",
                audio,
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                "20",
                "-pix_fmt",
                "yuv420p",
                "-g",
                "60",
                "-c:a",
                "aac");
    }

    private static MeasuringPass pass() {
        return new MeasuringPass(Footage.FFMPEG, 1);
    }
}
