package dev.viralvideo.ffmpeg;

/**
 * How a picture's numbers are colours, in FFmpeg's words for the code points of ITU-T H.273; {@value #UNKNOWN} when the
 * file does not say.
 *
 * @param matrix    YUV matrix, such as {@code bt709}
 * @param transfer  transfer characteristics, such as {@code smpte2084}
 * @param primaries such as {@code bt2020}
 */
public record PixelColours(String matrix, String transfer, String primaries) {
    public static final String UNKNOWN = "unknown";
    public static final PixelColours BT709 = new PixelColours("bt709", "bt709", "bt709");
}
