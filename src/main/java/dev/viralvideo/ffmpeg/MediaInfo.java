package dev.viralvideo.ffmpeg;

/**
 * What ffprobe says of a file; sizes are as displayed (after rotation and sample aspect ratio).
 *
 * @param seconds    length of the file, 0 for a still or when unknown
 * @param frames     counted or told number of video frames, null when unknown
 * @param frameRate  average frames a second, null without video
 * @param pixelFormat for example {@code yuv420p10le}, null without video
 * @param colours   null without video
 */
public record MediaInfo(
        String format,
        double seconds,
        boolean hasVideo,
        boolean hasAudio,
        boolean still,
        Integer width,
        Integer height,
        Integer rotation,
        Double frameRate,
        Long frames,
        String videoCodec,
        String pixelFormat,
        PixelColours colours,
        String audioCodec) {}
