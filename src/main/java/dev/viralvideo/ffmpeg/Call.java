package dev.viralvideo.ffmpeg;

import java.util.function.Supplier;

/** One call from before its program starts until it has ended, so that it can be cancelled at any moment between. */
final class Call {
    private final FfmpegCommand command;
    private ChildProcess child;
    private boolean cancelled;

    Call(FfmpegCommand command) {
        this.command = command;
    }

    /** @return the call's messages */
    String run(Supplier<ChildProcess> program) {
        ChildProcess started = start(program);
        int exit;
        try {
            exit = started.await(command.timeout());
        } catch (ChildProcess.TimedOut e) {
            throw Messages.timedOut(command, started.errors());
        }
        if (isCancelled()) {
            throw Messages.cancelled(command);
        }
        if (exit != 0) {
            throw Messages.failed(command, exit, started.errors());
        }
        return started.errors();
    }

    private synchronized ChildProcess start(Supplier<ChildProcess> program) {
        if (cancelled) {
            throw Messages.cancelled(command);
        }
        child = program.get();
        return child;
    }

    synchronized void cancel() {
        cancelled = true;
        if (child != null) {
            child.kill();
        }
    }

    boolean isFor(String owner) {
        return command.owner().equals(owner);
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }
}
