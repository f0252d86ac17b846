package dev.viralvideo.ffmpeg;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A short call of a program whose standard output is the answer. */
final class ProgramRun {
    /** Enough for the description of any honest file. */
    private static final int MOST_OUTPUT = 1 << 20;

    private ProgramRun() {}

    /** @param complete whether {@code output} is all of it */
    record Outcome(int exit, String output, boolean complete, String errors) {}

    static Outcome of(Map<String, String> environment, List<String> command, Duration timeout) {
        Tail output = new Tail(MOST_OUTPUT);
        ChildProcess child = ChildProcess.start(environment, command, output::readAll);
        int exit = child.await(timeout);
        return new Outcome(exit, output.text(), !output.overflowed(), child.errors());
    }
}
