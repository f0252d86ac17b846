package dev.viralvideo.performance;

import java.util.Locale;

/** What a figure was measured on. */
final class Machine {
    private Machine() {}

    static String told(int rounds) {
        return String.format(
                Locale.ROOT,
                "%d cores, %s %s, JDK %s, %d rounds, load before the bench %s.",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                rounds,
                System.getProperty("bench.load", "unknown"));
    }
}
