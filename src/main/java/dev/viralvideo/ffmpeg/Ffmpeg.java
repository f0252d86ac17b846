package dev.viralvideo.ffmpeg;

import java.nio.file.Path;

/** The FFmpeg programs; every call is an argument list with a timeout that ends the whole process tree. */
public final class Ffmpeg {
    private Ffmpeg() {}

    public static Ffmpeg embedded(Path cacheFolder) {
        throw new UnsupportedOperationException();
    }

    public static Ffmpeg at(Path ffmpeg, Path ffprobe) {
        throw new UnsupportedOperationException();
    }

    public FfmpegResult run(FfmpegCommand command, ProgressListener listener) {
        throw new UnsupportedOperationException();
    }

    public MediaInfo probe(Path file) {
        throw new UnsupportedOperationException();
    }

    /** Ends every running call of this owner. */
    public void cancel(String owner) {
        throw new UnsupportedOperationException();
    }
}
