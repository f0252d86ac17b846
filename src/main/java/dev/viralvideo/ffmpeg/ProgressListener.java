package dev.viralvideo.ffmpeg;

/** Is told how far a call of FFmpeg has come. */
@FunctionalInterface
public interface ProgressListener {
    ProgressListener NONE = (command, frame) -> {};

    /** @param frame frames written so far */
    void at(FfmpegCommand command, long frame);
}
