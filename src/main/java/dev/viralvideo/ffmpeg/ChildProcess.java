package dev.viralvideo.ffmpeg;

import dev.viralvideo.failure.Failure;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs, with both its outputs read at once so that it never blocks on a full pipe. */
final class ChildProcess {
    private static final int MOST_MESSAGES = 64 * 1024;

    /** After the end, how long to wait for output that a grandchild may still hold open. */
    private static final long DRAIN_MILLIS = 2000;

    private final Process process;
    private final Tail errors = new Tail(MOST_MESSAGES);
    private final Thread outputReader;
    private final Thread errorReader;
    private volatile boolean killed;

    interface Reader {
        void read(InputStream in) throws IOException;
    }

    private ChildProcess(Process process, Reader output) {
        this.process = process;
        outputReader = reader("output", process.getInputStream(), output);
        errorReader = reader("messages", process.getErrorStream(), errors::readAll);
    }

    static ChildProcess start(Map<String, String> environment, List<String> command, Reader output) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(nothing()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            ChildProcess child = new ChildProcess(builder.start(), output);
            Watchdog.INSTANCE.started(child.process);
            return child;
        } catch (IOException e) {
            throw new Failure.Configuration(
                    "FFMPEG_NOT_RUNNABLE",
                    "cannot start " + command.get(0) + " (" + e.getMessage() + "); check vvg.ffmpeg, or run vvg doctor",
                    e);
        }
    }

    /** Waits for the end; kills the whole tree when the time is over or the calling thread is interrupted. */
    int await(Duration timeout) {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                killAndWait();
                throw new TimedOut();
            }
            drain();
            return process.exitValue();
        } catch (InterruptedException e) {
            killAndWait();
            Thread.currentThread().interrupt();
            throw new Failure.Processing("CANCELLED", false, "stopped: the thread that waited was interrupted", e);
        } finally {
            Watchdog.INSTANCE.ended(process);
        }
    }

    /** Kills, and waits a moment so that the caller may delete what was being written. */
    private void killAndWait() {
        kill();
        try {
            process.waitFor(DRAIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills the process and all it started. Does not wait. */
    void kill() {
        killed = true;
        // listed first: when the parent is gone, the children are nobody's
        List<ProcessHandle> tree = process.descendants().toList();
        process.destroyForcibly();
        tree.forEach(ProcessHandle::destroyForcibly);
    }

    boolean killed() {
        return killed;
    }

    String errors() {
        return errors.text();
    }

    /** The time for the call was over. */
    static final class TimedOut extends RuntimeException {}

    private void drain() throws InterruptedException {
        outputReader.join(DRAIN_MILLIS);
        errorReader.join(DRAIN_MILLIS);
    }

    private Thread reader(String what, InputStream in, Reader reader) {
        Thread thread = new Thread(
                () -> {
                    try (in) {
                        reader.read(in);
                    } catch (IOException e) {
                        // the stream is closed under us when the process is killed: there is nothing more to read
                    }
                },
                "ffmpeg-" + process.pid() + "-" + what);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static File nothing() {
        return new File(Platform.current().windows() ? "NUL" : "/dev/null");
    }
}
