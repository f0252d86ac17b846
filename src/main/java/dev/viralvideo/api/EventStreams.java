package dev.viralvideo.api;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.project.Outbox;
import dev.viralvideo.project.OutboxEvent;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.ProjectSummary;
import jakarta.servlet.AsyncContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams the stored events of projects to all who listen, by one thread that looks for new ones. Events are read from
 * the database, never handed over in memory, so it does not matter on which node they happen, and a listener that comes
 * back with the id of its last one misses nothing.
 */
final class EventStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final long LOOK_MILLIS = 200;
    /** Below the time after which the server and most proxies close a silent connection. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final int BATCH = 100;
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final Outbox outbox;
    private final ProjectStore store;
    private final int most;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looking;
    private final AtomicBoolean ahead = new AtomicBoolean();

    /** @param most streams at once */
    EventStreams(Outbox outbox, ProjectStore store, int most) {
        this.outbox = outbox;
        this.store = store;
        this.most = most;
        this.looking = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "event-streams");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @param after id of the last event that the listener has, 0 for none */
    Answer open(String projectId, long after) {
        ProjectSummary project = store.summary(projectId);
        if (project.status().terminal() && outbox.after(projectId, after, 1).isEmpty()) {
            return Answer.empty();
        }
        if (open.size() >= most) {
            throw new Failure.Resource(
                    "TOO_MANY_STREAMS", "there are " + most + " listeners already (vvg.api.streams); try again later");
        }
        return (request, response) -> {
            response.setStatus(200);
            response.setContentType("text/event-stream;charset=utf-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            AsyncContext context = request.startAsync();
            context.setTimeout(0);
            EventStream stream = new EventStream(projectId, after, context, open::remove);
            open.add(stream);
            stream.start();
            lookSoon();
        };
    }

    int listeners() {
        return open.size();
    }

    /** Only while somebody listens: a thread that wakes five times a second is a tenth of what an idle service takes. */
    private void lookSoon() {
        if (!looking.isShutdown() && ahead.compareAndSet(false, true)) {
            looking.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        ahead.set(false);
        try {
            List<EventStream> ready = open.stream().filter(EventStream::isReady).toList();
            Map<String, Long> newest =
                    outbox.newest(ready.stream().map(EventStream::projectId).collect(Collectors.toSet()));
            ready.forEach(stream -> feed(stream, newest.getOrDefault(stream.projectId(), 0L)));
        } catch (RuntimeException e) {
            LOG.warn("event streams wait: {}", e.toString());
        }
        if (!open.isEmpty()) {
            lookSoon();
        }
    }

    private void feed(EventStream stream, long newest) {
        if (newest <= stream.last()) {
            if (newest == 0 && store.find(stream.projectId()).isEmpty()) {
                stream.end(); // deleted meanwhile
            } else if (stream.isSilent(SILENCE_NANOS)) {
                stream.send(HEARTBEAT, stream.last());
            }
            return;
        }
        if (more(stream) < BATCH && store.summary(stream.projectId()).status().terminal()) {
            more(stream); // the last one may have been written between the two looks
            stream.end();
        }
    }

    private int more(EventStream stream) {
        List<OutboxEvent> events = outbox.after(stream.projectId(), stream.last(), BATCH);
        events.forEach(event -> stream.send(frame(event), event.id()));
        return events.size();
    }

    private static byte[] frame(OutboxEvent event) {
        String text = "id: " + event.id() + "\nevent: " + event.name() + "\ndata: " + event.payload() + "\n\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        looking.shutdownNow();
        open.forEach(EventStream::end);
    }
}
