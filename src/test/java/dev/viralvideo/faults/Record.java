package dev.viralvideo.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What a service under test did, in files that outlive it: where it can be killed, and which events went out. */
final class Record {
    private static final String PROPERTY = "faults.record";
    private static final String POINTS = "points";
    private static final String EVENTS = "events";

    private final Path folder;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private Record(Path folder) {
        this.folder = folder;
    }

    /** Of this process; empty when it is no service under test. */
    static Optional<Record> here() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(Record::new);
    }

    /** As an option for the process whose deeds are to be recorded. */
    static String option(Path folder) {
        return "-D" + PROPERTY + "=" + folder;
    }

    /** Something before and after which it can be killed; each is noted once by each process. */
    void point(String name) {
        if (seen.add(name)) {
            append(POINTS, name);
        }
    }

    void event(String line) {
        append(EVENTS, line);
    }

    /** Sorted, so that a campaign can be run again by its seed. */
    static SortedSet<String> points(Path folder) throws IOException {
        return new TreeSet<>(Files.readAllLines(folder.resolve(POINTS)));
    }

    static List<String> events(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve(EVENTS));
    }

    private synchronized void append(String file, String line) {
        try {
            Files.write(
                    folder.resolve(file),
                    (line + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
