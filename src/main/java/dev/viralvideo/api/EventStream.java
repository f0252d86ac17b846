package dev.viralvideo.api;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** One listener's connection. Nothing here ever waits: what cannot be written now is written when there is room. */
final class EventStream implements WriteListener {
    private static final int MOST_WAITING = 200;

    private final String projectId;
    private final AsyncContext context;
    private final Consumer<EventStream> onEnd;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private ServletOutputStream out;
    private boolean started;
    private boolean unflushed;
    private boolean ending;
    private boolean ended;
    private volatile long last;
    private volatile long sent = System.nanoTime();

    /** @param last id of the last event that the listener has */
    EventStream(String projectId, long last, AsyncContext context, Consumer<EventStream> onEnd) {
        this.projectId = projectId;
        this.last = last;
        this.context = context;
        this.onEnd = onEnd;
    }

    void start() throws IOException {
        out = context.getResponse().getOutputStream();
        out.setWriteListener(this);
    }

    String projectId() {
        return projectId;
    }

    /** Id of the last event that was sent, or is about to be. */
    long last() {
        return last;
    }

    boolean isSilent(long nanos) {
        return System.nanoTime() - sent > nanos;
    }

    /** A listener that does not keep up is given more when it has taken what there is. */
    synchronized boolean isReady() {
        return started && !ending && waiting.size() < MOST_WAITING;
    }

    synchronized void send(byte[] frame, long id) {
        waiting.add(frame);
        last = id;
        sent = System.nanoTime();
        pump();
    }

    /** Closes when all is written. */
    synchronized void end() {
        ending = true;
        pump();
    }

    @Override
    public synchronized void onWritePossible() {
        if (!started) {
            started = true;
            unflushed = true; // the headers: the listener should know that it is listening
        }
        pump();
    }

    @Override
    public synchronized void onError(Throwable problem) {
        finish();
    }

    private void pump() {
        try {
            while (started && !ended && out.isReady()) {
                if (!waiting.isEmpty()) {
                    out.write(waiting.poll());
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    if (ending) {
                        finish();
                    }
                    return;
                }
            }
        } catch (IOException | IllegalStateException e) {
            finish(); // the listener is gone
        }
    }

    private void finish() {
        if (!ended) {
            ended = true;
            waiting.clear();
            onEnd.accept(this);
            context.complete();
        }
    }
}
