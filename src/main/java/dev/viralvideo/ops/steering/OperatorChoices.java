package dev.viralvideo.ops.steering;

import dev.viralvideo.json.Json;
import dev.viralvideo.keys.PrivateFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** The routes that an operator has stopped or suspended: they stay so over reloads and restarts until started again. */
public final class OperatorChoices {
    private final Path file;
    private final Set<String> held = new TreeSet<>();

    public OperatorChoices(Path file) {
        this.file = file;
        PrivateFile.read(file)
                .map(text -> Json.read(text, String[].class))
                .ifPresent(ids -> held.addAll(Arrays.asList(ids)));
    }

    public synchronized boolean holds(String routeId) {
        return held.contains(routeId);
    }

    /** Sorted. */
    public synchronized Set<String> held() {
        return new TreeSet<>(held);
    }

    synchronized void hold(String routeId) {
        if (held.add(routeId)) {
            PrivateFile.write(file, Json.pretty(held));
        }
    }

    synchronized void release(String routeId) {
        if (held.remove(routeId)) {
            PrivateFile.write(file, Json.pretty(held));
        }
    }
}
