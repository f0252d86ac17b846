package dev.viralvideo.ffmpeg;

import dev.viralvideo.failure.Failure;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The calls that run now: to count them, to cancel them, and to leave none behind when the JVM shuts down. */
final class Calls {
    private final Map<ChildProcess, FfmpegCommand> running = new ConcurrentHashMap<>();
    private final Set<ChildProcess> cancelled = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Calls() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "ffmpeg-stop"));
    }

    /** @return the call's messages */
    String run(FfmpegCommand command, Supplier<ChildProcess> start) {
        refuseWhenStopping(command);
        ChildProcess child = start.get();
        running.put(child, command);
        try {
            if (stopping) {
                child.kill();
            }
            int exit = child.await(command.timeout());
            if (exit != 0) {
                refuseWhenStopping(command);
                throw cancelled.contains(child)
                        ? Messages.cancelled(command)
                        : Messages.failed(command, exit, child.errors());
            }
            return child.errors();
        } catch (ChildProcess.TimedOut e) {
            throw Messages.timedOut(command, child.errors());
        } finally {
            running.remove(child);
            cancelled.remove(child);
        }
    }

    void cancel(String owner) {
        running.forEach((child, command) -> {
            if (command.owner().equals(owner)) {
                cancelled.add(child);
                child.kill();
            }
        });
    }

    int running() {
        return running.size();
    }

    private void stop() {
        stopping = true;
        running.keySet().forEach(ChildProcess::kill);
    }

    private void refuseWhenStopping(FfmpegCommand command) {
        if (stopping) {
            throw new Failure.Processing(
                    "CANCELLED", false, command.label() + " was stopped: the application is shutting down");
        }
    }
}
