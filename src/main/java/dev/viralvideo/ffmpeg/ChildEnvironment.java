package dev.viralvideo.ffmpeg;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The few variables a child gets: our own environment may hold API keys, which are none of its business. */
final class ChildEnvironment {
    private static final List<String> PASSED_ON =
            List.of("PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH");

    private ChildEnvironment() {}

    static Map<String, String> of(Platform platform, List<Path> libraries, Map<String, String> ours) {
        Map<String, String> theirs = new TreeMap<>();
        for (String name : PASSED_ON) {
            String value = ours.get(name);
            if (value != null) {
                theirs.put(name, value);
            }
        }
        // messages are matched by their English words, file names are UTF-8
        theirs.put("LC_ALL", "C.UTF-8");
        if (!libraries.isEmpty()) {
            theirs.merge(platform.libraryPath(), joined(libraries), (inherited, own) -> own + separator() + inherited);
        }
        return theirs;
    }

    private static String joined(List<Path> folders) {
        return folders.stream().map(Path::toString).collect(Collectors.joining(separator()));
    }

    private static String separator() {
        return File.pathSeparator;
    }
}
