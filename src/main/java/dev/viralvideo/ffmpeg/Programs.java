package dev.viralvideo.ffmpeg;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where the two programs are and what they need to start.
 *
 * @param libraries folders the loader must search before the system's own, in order
 * @param source    told to the operator: {@code embedded 8.0.1-1.5.13}, or the path
 */
record Programs(Path ffmpeg, Path ffprobe, List<Path> libraries, String source) {
    Programs {
        libraries = List.copyOf(libraries);
    }

    Map<String, String> environment() {
        return ChildEnvironment.of(Platform.current(), libraries, System.getenv());
    }
}
