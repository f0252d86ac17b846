package dev.viralvideo.video;

import dev.viralvideo.ffmpeg.PixelColours;

/**
 * How a source's pixels are to be understood, as FFmpeg tells it.
 *
 * @param demuxer   the demuxer to force, only for stills, else null
 * @param pixels    pixel format, for example {@code yuv420p10le}
 * @param width     as displayed, in square pixels
 * @param frameRate frames a second, 0 when unknown
 */
public record SourceFormat(
        String demuxer, String pixels, PixelColours colours, int width, int height, double frameRate) {
    private static final int HD_SHORT_SIDE = 720;

    /** What is assumed of a file that nobody looked into. */
    public static final SourceFormat USUAL = new SourceFormat(null, "yuv420p", PixelColours.BT709, 1920, 1080, 30);

    public boolean hdr() {
        return colours.transfer().equals("smpte2084") || colours.transfer().equals("arib-std-b67");
    }

    /** The wide primaries of UHD without its dynamic range. */
    public boolean wide() {
        return colours.primaries().equals("bt2020") && !hdr();
    }

    public boolean rgb() {
        return colours.matrix().equals("gbr")
                || pixels.matches("(rgb|bgr|gbr|argb|abgr|pal8|0rgb|0bgr|x2|gray|ya|mono).*");
    }

    public boolean alpha() {
        return pixels.matches("(yuva|rgba|bgra|argb|abgr|gbrap|ya|pal8).*");
    }

    /**
     * The matrix to assume. An untagged file follows the old habit: standard definition is BT.601, anything larger
     * BT.709 (ITU-R BT.601-7, BT.709-6).
     */
    public String assumedMatrix() {
        if (!colours.matrix().equals(PixelColours.UNKNOWN)) {
            return "auto";
        }
        return Math.min(width, height) >= HD_SHORT_SIDE ? "bt709" : "bt601";
    }
}
