package dev.viralvideo.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C, a closed terminal and a polite kill, noticed so that a command ends in good order. Who presses twice still
 * gets that; one more after some seconds ends it now.
 */
final class Interruption implements AutoCloseable {
    /** Added to a signal's number in exit codes, by convention of all shells. */
    private static final int SIGNALLED = 128;
    /** Longer than good order takes. */
    private static final long PATIENCE = 8_000_000_000L;

    private volatile long mayEndAt = Long.MAX_VALUE;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();

    /** From now to {@link #close}; before and after it these signals end the program at once, as they always do. */
    Interruption watch() {
        for (String name : new String[] {"INT", "TERM", "HUP"}) {
            try {
                Signal signal = new Signal(name);
                before.put(signal, Signal.handle(signal, this::raise));
            } catch (IllegalArgumentException e) {
                // this system has no such signal
            }
        }
        return this;
    }

    private void raise(Signal signal) {
        if (number.compareAndSet(0, signal.getNumber())) {
            mayEndAt = System.nanoTime() + PATIENCE;
        } else if (System.nanoTime() > mayEndAt) {
            Runtime.getRuntime().exit(SIGNALLED + signal.getNumber());
        }
    }

    boolean raised() {
        return number.get() != 0;
    }

    int exitCode() {
        return SIGNALLED + number.get();
    }

    @Override
    public void close() {
        before.forEach(Signal::handle);
    }
}
