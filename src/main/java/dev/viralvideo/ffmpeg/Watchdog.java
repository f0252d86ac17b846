package dev.viralvideo.ffmpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Ends our children when this JVM is killed without a chance to do it itself (kill -9, out of memory). A shell waits
 * at the other end of a pipe that only closes with us; FFmpeg itself ignores a broken pipe. Where there is no
 * {@code sh} this is simply missing: everything else works without.
 */
final class Watchdog {
    static final Watchdog INSTANCE = new Watchdog();

    /** Keeps the list of living children; at the end of input kills what is left of it. */
    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            alive=' '
            while read -r what pid; do
              case $what in
                +) alive="$alive$pid " ;;
                -) alive="${alive%% $pid *} ${alive#* $pid }" ;;
              esac
            done
            kill -9 $alive
            """;

    private OutputStream line;
    private boolean given;

    private Watchdog() {}

    synchronized void started(Process child) {
        if (!given) {
            given = true;
            start();
        }
        tell("+ " + child.pid());
    }

    synchronized void ended(Process child) {
        tell("- " + child.pid());
    }

    private void start() {
        if (Platform.current().windows()) {
            return;
        }
        ProcessBuilder shell = new ProcessBuilder(List.of("/bin/sh", "-c", SCRIPT))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        shell.environment().clear();
        try {
            line = shell.start().getOutputStream();
        } catch (IOException e) {
            line = null;
        }
    }

    private void tell(String message) {
        if (line == null) {
            return;
        }
        try {
            line.write((message + "\n").getBytes(StandardCharsets.US_ASCII));
            line.flush();
        } catch (IOException e) {
            line = null;
        }
    }
}
