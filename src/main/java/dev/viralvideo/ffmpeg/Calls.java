package dev.viralvideo.ffmpeg;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The calls that run now: to count them, to cancel them, and to leave none behind when the JVM shuts down. */
final class Calls {
    private final Set<Call> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Calls() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "ffmpeg-stop"));
    }

    /** @return the call's messages */
    String run(FfmpegCommand command, Supplier<ChildProcess> program) {
        Call call = new Call(command);
        running.add(call);
        try {
            if (stopping) {
                call.cancel();
            }
            return call.run(program);
        } finally {
            running.remove(call);
        }
    }

    void cancel(String owner) {
        running.stream().filter(call -> call.isFor(owner)).forEach(Call::cancel);
    }

    int running() {
        return running.size();
    }

    private void stop() {
        stopping = true;
        running.forEach(Call::cancel);
    }
}
