package dev.viralvideo.pipeline;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.nio.file.FileSystemException;

/** Finds the failure with a category in whatever a route threw. */
final class Failures {
    private Failures() {}

    static Failure of(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                return failure;
            }
            if (cause instanceof FilesGone) {
                return new Failure.Resource(
                        "FILES_GONE",
                        "files of earlier stages vanish again and again (" + cause.getMessage()
                                + "); several nodes must share one data folder and one media folder",
                        cause);
            }
            if (cause instanceof FileSystemException file) {
                return new Failure.Resource(
                        "FILE_ACCESS",
                        file.getFile() + " cannot be used: " + IoReason.of(file) + "; check the space and rights there",
                        cause);
            }
            if (cause instanceof OutOfMemoryError) {
                return new Failure.Resource(
                        "OUT_OF_MEMORY", "not enough memory; give more with VVG_HEAP=1g or less work at once", cause);
            }
        }
        return new Failure.Internal("unexpected " + problem + "; the log has more", problem);
    }
}
