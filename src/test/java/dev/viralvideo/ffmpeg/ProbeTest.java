package dev.viralvideo.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeTest {
    @TempDir
    private Path folder;

    private final Ffmpeg ffmpeg = TestFfmpeg.shared();

    @Test
    void aVideoWithSound() {
        Path file = video("clip.mp4", "-f", "lavfi", "-i", "sine=d=2", "-c:a", "aac", "-shortest");
        MediaInfo info = ffmpeg.probe(file);
        assertThat(info.seconds()).isCloseTo(2, within(0.1));
        assertThat(info.hasVideo() && info.hasAudio()).isTrue();
        assertThat(info.still()).isFalse();
        assertThat(info.width()).isEqualTo(320);
        assertThat(info.height()).isEqualTo(180);
        assertThat(info.frameRate()).isCloseTo(25, within(0.01));
        assertThat(info.frames()).isEqualTo(50);
        assertThat(info.videoCodec()).isEqualTo("h264");
        assertThat(info.audioCodec()).isEqualTo("aac");
        assertThat(info.pixelFormat()).isEqualTo("yuv420p");
    }

    @Test
    void tenBits() {
        assertThat(ffmpeg.probe(video("ten.mkv", "-pix_fmt", "yuv420p10le")).pixelFormat())
                .isEqualTo("yuv420p10le");
    }

    @ParameterizedTest
    @CsvSource({"0, 320, 180", "90, 180, 320", "180, 320, 180", "270, 180, 320"})
    void aRotatedVideoHasItsDisplayedSize(int degrees, int width, int height) {
        Path flat = video("flat.mp4");
        Path turned = TestFfmpeg.make(
                folder.resolve("turned.mp4"), "-display_rotation", "-" + degrees, "-i", flat.toString(), "-c", "copy");
        MediaInfo info = ffmpeg.probe(turned);
        assertThat(info.rotation()).isEqualTo(degrees);
        assertThat(info.width()).isEqualTo(width);
        assertThat(info.height()).isEqualTo(height);
    }

    @Test
    void pixelsThatAreNotSquareAreCounted() {
        assertThat(ffmpeg.probe(video("wide.mp4", "-vf", "setsar=2/1")).width()).isEqualTo(640);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "webp", "bmp", "gif", "tiff"})
    void aStill(String ending) {
        Path file = still("still." + ending);
        MediaInfo info = ffmpeg.probe(file);
        assertThat(info.still()).isTrue();
        assertThat(info.seconds()).isZero();
        assertThat(info.frames()).isEqualTo(1);
        assertThat(info.width()).isEqualTo(64);
        assertThat(info.height()).isEqualTo(48);
    }

    @Test
    void aSinglePixel() {
        Path file =
                TestFfmpeg.make(folder.resolve("dot.png"), "-f", "lavfi", "-i", "color=s=1x1:d=1", "-frames:v", "1");
        assertThat(ffmpeg.probe(file).width()).isEqualTo(1);
    }

    @Test
    void anAnimatedGifIsNoStill() {
        Path file = TestFfmpeg.make(folder.resolve("moving.gif"), "-f", "lavfi", "-i", "testsrc2=s=64x48:d=1:r=10");
        MediaInfo info = ffmpeg.probe(file);
        assertThat(info.still()).isFalse();
        assertThat(info.seconds()).isCloseTo(1, within(0.15));
    }

    @Test
    void anOrientationTagTurnsAPhoto() throws IOException {
        Path photo = withOrientation(still("photo.jpg"), 6);
        MediaInfo info = ffmpeg.probe(photo);
        assertThat(info.rotation()).isEqualTo(90);
        assertThat(info.width()).isEqualTo(48);
        assertThat(info.height()).isEqualTo(64);
    }

    @Test
    void soundOnlyHasNoPicture() {
        Path file = TestFfmpeg.make(folder.resolve("tone.mp3"), "-f", "lavfi", "-i", "sine=d=1");
        MediaInfo info = ffmpeg.probe(file);
        assertThat(info.hasVideo()).isFalse();
        assertThat(info.hasAudio()).isTrue();
        assertThat(info.width()).isNull();
        assertThat(info.seconds()).isCloseTo(1, within(0.1));
    }

    @Test
    void theCoverOfASongIsNoVideo() {
        Path tone = TestFfmpeg.make(folder.resolve("tone.mp3"), "-f", "lavfi", "-i", "sine=d=1");
        Path song = TestFfmpeg.make(
                folder.resolve("song.mp3"),
                "-i",
                tone.toString(),
                "-i",
                still("cover.png").toString(),
                "-map",
                "0",
                "-map",
                "1",
                "-c",
                "copy",
                "-disposition:v",
                "attached_pic");
        assertThat(ffmpeg.probe(song).hasVideo()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-y.png",
                "-.mp4",
                "a:b.png",
                "http:x.mp4",
                "50%d.png",
                "%03d.jpg",
                "a*b?.png",
                "{a,b}.png",
                "[1].mp4",
                "new\nline.png",
                "'quote\".mp4",
                "$(id) `id`.png",
                "back\\slash.png",
                "pipe:0.png"
            })
    void aStrangeNameIsOnlyAName(String name) throws IOException {
        Path plain = name.endsWith("mp4") ? video("plain.mp4") : still("plain." + name.substring(name.length() - 3));
        Path strange = Files.move(plain, folder.resolve(name));
        assertThat(ffmpeg.probe(strange).hasVideo()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello, I am text",
                "\u0000\u0001\u0002\u0003",
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://localhost:1/a.ts\n",
                "ffconcat version 1.0\nfile '/etc/passwd'\n",
                "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='/etc/passwd'/></svg>",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n",
                "<?xml version='1.0'?><MPD xmlns='urn:mpeg:dash:schema:mpd:2011'></MPD>"
            })
    void whatIsNotMediaIsRefused(String content) throws IOException {
        for (String name : new String[] {"fake.mp4", "fake.png", "fake.jpg", "fake.mkv", "fake.ts"}) {
            refuses(Files.writeString(folder.resolve(name), content));
        }
    }

    @Test
    void aCutOffFileIsRefused() throws IOException {
        Path whole = video("whole.mp4");
        byte[] bytes = Files.readAllBytes(whole);
        refuses(Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(bytes, bytes.length / 2)));
    }

    @Test
    void picturesThatDoNotDecodeAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(still("good.png"));
        Arrays.fill(bytes, 60, bytes.length, (byte) 0x55);
        refuses(Files.write(folder.resolve("bad.png"), bytes));
    }

    /** A recording that begins in the middle: its first key frame comes after many packets. */
    @Test
    void aVideoThatBeginsBetweenTwoKeyFramesIsFine() {
        Path whole = video("whole.ts", "-g", "40", "-keyint_min", "40", "-sc_threshold", "0");
        Path middle = TestFfmpeg.make(
                folder.resolve("middle.ts"), "-i", whole.toString(), "-c", "copy", "-bsf:v", "noise=drop='lt(n,8)'");
        assertThat(ffmpeg.probe(middle).still()).isFalse();
    }

    @Test
    void aFolderAndAMissingFileAreRefused() {
        refuses(folder);
        refuses(folder.resolve("missing.mp4"));
    }

    private void refuses(Path file) {
        assertThatThrownBy(() -> ffmpeg.probe(file))
                .as(file.toString())
                .isInstanceOfSatisfying(Failure.Validation.class, failure -> {
                    assertThat(failure.code()).isEqualTo("UNREADABLE_MEDIA");
                    assertThat(failure).hasMessageContaining(file.toString());
                });
    }

    private Path video(String name, String... more) {
        String[] arguments = {"-f", "lavfi", "-i", "testsrc2=s=320x180:d=2:r=25"};
        String[] encoder = {"-c:v", "libx264", "-preset", "ultrafast"};
        String[] all =
                Stream.of(arguments, more, encoder).flatMap(Arrays::stream).toArray(String[]::new);
        return TestFfmpeg.make(folder.resolve(name), all);
    }

    private Path still(String name) {
        return TestFfmpeg.make(folder.resolve(name), "-f", "lavfi", "-i", "testsrc2=s=64x48:d=1", "-frames:v", "1");
    }

    /** Puts the shortest EXIF block that holds an orientation behind the file's first marker. */
    private Path withOrientation(Path jpeg, int orientation) throws IOException {
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] plain = Files.readAllBytes(jpeg);
        byte[] tagged = new byte[plain.length + exif.length];
        System.arraycopy(plain, 0, tagged, 0, 2);
        System.arraycopy(exif, 0, tagged, 2, exif.length);
        System.arraycopy(plain, 2, tagged, 2 + exif.length, plain.length - 2);
        return Files.write(folder.resolve("turned.jpg"), tagged);
    }
}
