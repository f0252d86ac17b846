package dev.viralvideo.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceInspectionTest {
    @Test
    void readsAnUntaggedHighDefinitionVideo() {
        SourceFormat format = parse(
                "  Stream #0:0[0x1](und): Video: h264 (High) (avc1 / 0x31637661), yuv420p(progressive), 1920x1080 [SAR 1:1"
                        + " DAR 16:9], 22613 kb/s, 29.97 fps, 30k tbr, 30k tbn (default)");

        assertThat(format.matrix()).isEqualTo("unknown");
        assertThat(format.assumedMatrix()).isEqualTo("bt709");
        assertThat(format.frameRate()).isEqualTo(29.97);
        assertThat(format.hdr()).isFalse();
    }

    @Test
    void anUntaggedSmallVideoIsOfTheOldKind() {
        assertThat(parse("  Stream #0:1: Video: mpeg4, yuv420p, 640x480, 25 fps")
                        .assumedMatrix())
                .isEqualTo("bt601");
    }

    @Test
    void readsHighDynamicRange() {
        SourceFormat format = parse(
                "  Stream #0:0: Video: hevc (Main 10), yuv420p10le(tv, bt2020nc/bt2020/smpte2084), 3840x2160, 60 fps");

        assertThat(format.hdr()).isTrue();
        assertThat(format.width()).isEqualTo(3840);
    }

    @Test
    void readsAStill() {
        SourceFormat format = parse(
                "  Stream #0:0: Video: mjpeg (Baseline), yuvj420p(pc, bt470bg/unknown/unknown), 4000x3000, 25 fps");

        assertThat(format.pixels()).isEqualTo("yuvj420p");
        assertThat(format.assumedMatrix()).isEqualTo("auto");
    }

    @Test
    void seesTransparency() {
        assertThat(parse("  Stream #0:0: Video: png, rgba(pc, gbr/unknown/unknown), 64x64, 30 fps")
                        .alpha())
                .isTrue();
    }

    private static SourceFormat parse(String message) {
        return SourceInspection.parse("Input #0, x:\n" + message + "\n", null);
    }
}
