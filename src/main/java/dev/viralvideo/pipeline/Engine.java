package dev.viralvideo.pipeline;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.audio.MaryVoice;
import dev.viralvideo.audio.Voice;
import dev.viralvideo.broker.Broker;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.intake.Request;
import dev.viralvideo.json.Json;
import dev.viralvideo.media.MediaAssets;
import dev.viralvideo.pipeline.provider.VoiceLists;
import dev.viralvideo.project.Database;
import dev.viralvideo.project.Heartbeat;
import dev.viralvideo.project.Pipeline;
import dev.viralvideo.project.Project;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.Submission;
import dev.viralvideo.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.spi.InflightRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running pipeline of this process, as the faces see it. */
public final class Engine implements AutoCloseable {
    /** What the engine is made of. */
    public record Parts(
            Main camel,
            Database database,
            Heartbeat heartbeat,
            Pipeline pipeline,
            ProjectStore store,
            Intake intake,
            Orders orders,
            ProgressBoard progress,
            EventRelay events,
            HeldClaims held,
            FailureDesk failures,
            OwnWork own,
            Ffmpeg ffmpeg,
            MaryVoice voice,
            Optional<IntakeGate> gate,
            Optional<Broker> broker) {}

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    /** How long what runs in this process may take to notice that it is to stop. */
    private static final Duration STOPPING = Duration.ofSeconds(3);

    private static final Duration ENDING = Duration.ofMillis(500);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final Parts parts;
    private final Set<String> abandoned = ConcurrentHashMap.newKeySet();

    public Engine(Parts parts) {
        this.parts = parts;
    }

    /**
     * Stores a valid request as a project and sets the pipeline going.
     *
     * @param key idempotency key, or null
     */
    public Project create(Request request, String key) {
        Submission submission = Submission.of(parts.intake().fill(request), key);
        return parts.store().get(parts.intake().accept(submission).projectId());
    }

    public Project project(String id) {
        return parts.store().get(id);
    }

    public ProgressBoard.Progress progress(String id) {
        return parts.progress().of(id);
    }

    /** Waits at most this long for the project to end; true when it has. */
    public boolean awaitSettled(String id, long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        while (!parts.store().get(id).status().terminal()) {
            parts.failures().unkept(id).ifPresent(failure -> {
                throw failure;
            });
            parts.own().look(id);
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(Math.min(50, millis));
        }
        return true;
    }

    /** Every fallback that was taken on the way to this project's video, and every file that could not be used. */
    public List<String> degradations(Project project) {
        return Degradations.of(
                project.script() == null ? null : Json.read(project.script(), Script.class),
                project.mediaAssets() == null ? null : Json.read(project.mediaAssets(), MediaAssets.class),
                project.audioTracks() == null ? null : Json.read(project.audioTracks(), AudioTracks.class));
    }

    /** Every voice that a provider has, by its own account. */
    public List<Voice> voices(String provider) {
        return parts.camel().lookup("voiceLists", VoiceLists.class).of(provider);
    }

    /** The routes as they run. */
    CamelContext context() {
        return parts.camel().getCamelContext();
    }

    /** Stops work on a project for good, FFmpeg included, and removes its unfinished files. */
    public void abandon(String id) {
        boolean cancelled = cancelled(id);
        // also where it has failed already: its other stages may not have noticed yet
        parts.held().stop(id, STOPPING);
        parts.orders().clear(id);
        abandoned.add(id);
        if (!cancelled) {
            // a full disk has room again now
            cancelled(id);
        }
    }

    private boolean cancelled(String id) {
        try {
            parts.pipeline().cancelProject(id);
            return true;
        } catch (Failure.Resource e) {
            LOG.warn("cannot keep that {} is cancelled: {}", id, e.getMessage());
            return false;
        }
    }

    /** Why intake waits now, if it does. */
    public Optional<String> intakeWaits() {
        return parts.gate().flatMap(IntakeGate::reason);
    }

    /** Loads what is slow to load, so that the first project need not wait for it. */
    public void warm() {
        parts.voice().warm();
    }

    /**
     * Stops in good order: no new work, short stages end, renders are interrupted after the grace period and go on at
     * the next start.
     */
    public void drain(Duration grace) {
        parts.gate().ifPresent(IntakeGate::stop);
        try {
            parts.held().close(grace);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        List<Runnable> closing = new ArrayList<>();
        closing.add(parts.events()::relay);
        closing.add(this::letExchangesEnd);
        closing.add(parts.camel()::stop);
        closing.add(parts.heartbeat()::close);
        parts.broker().ifPresent(broker -> closing.add(broker::close));
        closing.add(parts.database()::close);
        closing.forEach(Engine::quietly);
        // what was slow to stop may have written once more
        abandoned.forEach(parts.orders()::clear);
    }

    /**
     * Camel looks only once a second whether any exchange is still on its way; the one that made a project final ends
     * within milliseconds of it.
     */
    private void letExchangesEnd() {
        InflightRepository inflight = context().getInflightRepository();
        long until = System.nanoTime() + ENDING.toNanos();
        while (inflight.size() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** One part that does not close must not keep the others open. */
    private static void quietly(Runnable close) {
        try {
            close.run();
        } catch (RuntimeException e) {
            LOG.warn("while closing", e);
        }
    }
}
