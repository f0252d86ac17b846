package dev.viralvideo.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.ffmpeg.MediaInfo;
import dev.viralvideo.ffmpeg.PixelColours;
import org.junit.jupiter.api.Test;

class SourceInspectionTest {
    private static final PixelColours UNTAGGED = new PixelColours("unknown", "unknown", "unknown");

    @Test
    void anUntaggedHighDefinitionVideo() {
        SourceFormat format = video("yuv420p", UNTAGGED, 1920, 1080, 29.97);

        assertThat(format.assumedMatrix()).isEqualTo("bt709");
        assertThat(format.frameRate()).isEqualTo(29.97);
        assertThat(format.hdr()).isFalse();
    }

    @Test
    void anUntaggedSmallVideoIsOfTheOldKind() {
        assertThat(video("yuv420p", UNTAGGED, 640, 480, 25).assumedMatrix()).isEqualTo("bt601");
    }

    @Test
    void highDynamicRange() {
        PixelColours pq = new PixelColours("bt2020nc", "smpte2084", "bt2020");
        assertThat(video("yuv420p10le", pq, 3840, 2160, 60).hdr()).isTrue();
    }

    @Test
    void aTaggedStill() {
        MediaInfo info = new MediaInfo(
                "jpeg_pipe",
                0,
                true,
                false,
                true,
                4000,
                3000,
                0,
                null,
                1L,
                "mjpeg",
                "yuvj420p",
                new PixelColours("bt470bg", "unknown", "unknown"),
                null);
        SourceFormat format = SourceInspection.format(info, "jpeg_pipe");

        assertThat(format.assumedMatrix()).isEqualTo("auto");
        assertThat(format.demuxer()).isEqualTo("jpeg_pipe");
        assertThat(format.frameRate()).isZero();
    }

    @Test
    void seesTransparency() {
        PixelColours rgb = new PixelColours("gbr", "unknown", "unknown");
        assertThat(video("rgba", rgb, 64, 64, 30).alpha()).isTrue();
    }

    private static SourceFormat video(String pixels, PixelColours colours, int width, int height, double rate) {
        MediaInfo info = new MediaInfo(
                "mov", 8, true, false, false, width, height, 0, rate, null, "h264", pixels, colours, null);
        return SourceInspection.format(info, null);
    }
}
