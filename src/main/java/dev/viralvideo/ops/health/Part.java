package dev.viralvideo.ops.health;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * One part of a service that may be well or not.
 *
 * @param essential whether nothing can be worked on without it
 * @param keep      how long what was found counts, because looking costs something
 * @param look      says what it found, or throws what is wrong and what to do about it
 */
public record Part(String name, boolean essential, Duration keep, Callable<String> look) {
    private static final Duration CHEAP = Duration.ofSeconds(1);
    private static final Duration DEAR = Duration.ofMinutes(1);

    static Part essential(String name, Callable<String> look) {
        return new Part(name, true, CHEAP, look);
    }

    static Part useful(String name, Callable<String> look) {
        return new Part(name, false, CHEAP, look);
    }

    /** The same, looked at once a minute. */
    Part dear() {
        return new Part(name, essential, DEAR, look);
    }
}
