package dev.viralvideo.video;

import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.MediaInfo;
import dev.viralvideo.ffmpeg.PictureFormat;
import dev.viralvideo.media.Clip;
import java.nio.file.Path;

/** Asks FFmpeg how a clip's pixels are to be understood (colour, depth, alpha), which the media stage need not know. */
public final class SourceInspection {
    private final Ffmpeg ffmpeg;

    public SourceInspection(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** A backdrop's layers are our own pictures: they need no look. */
    public SourceFormat of(Clip clip) {
        if (clip.kind() == Clip.Kind.BACKDROP) {
            return SourceFormat.USUAL;
        }
        Path file = Path.of(clip.file());
        String demuxer = clip.kind() == Clip.Kind.STILL ? PictureFormat.of(file).orElse(null) : null;
        return format(ffmpeg.probe(file), demuxer);
    }

    static SourceFormat format(MediaInfo info, String demuxer) {
        return new SourceFormat(
                demuxer,
                info.pixelFormat(),
                info.colours(),
                info.width(),
                info.height(),
                info.frameRate() == null ? 0 : info.frameRate());
    }
}
