package dev.viralvideo.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.json.Json;
import dev.viralvideo.media.MediaAssets;
import dev.viralvideo.project.Beat;
import dev.viralvideo.project.Checkpoints;
import dev.viralvideo.project.Claim;
import dev.viralvideo.project.Claims;
import dev.viralvideo.project.Heartbeat;
import dev.viralvideo.project.LeaseLost;
import dev.viralvideo.project.ProjectEvent;
import dev.viralvideo.project.Stage;
import dev.viralvideo.project.StageFailures;
import dev.viralvideo.script.Script;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a stage's route gets its work and hands it in: claim, order, checkpoint, failure. */
public final class StageDesk {
    private static final Logger LOG = LoggerFactory.getLogger(StageDesk.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration INTERRUPTED = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 20;

    /** How the desk talks to the database. */
    public record State(
            Claims claims, Checkpoints checkpoints, StageFailures failures, Heartbeat heartbeat, Hints hints) {}

    private final State state;
    private final Orders orders;
    private final ProgressBoard progress;
    private final Ffmpeg ffmpeg;
    private final String worker;
    private final boolean anyProject;
    private final Map<Claim, Beat> beats = new ConcurrentHashMap<>();
    private volatile boolean closing;

    /** @param anyProject whether a hint leads to the most urgent project of its stage rather than to the one it names */
    public StageDesk(
            State state, Orders orders, ProgressBoard progress, Ffmpeg ffmpeg, String worker, boolean anyProject) {
        this.state = state;
        this.orders = orders;
        this.progress = progress;
        this.ffmpeg = ffmpeg;
        this.worker = worker;
        this.anyProject = anyProject;
    }

    /** Null when somebody else has it or there is nothing to do: the message was only a hint. */
    public Claim claim(String projectId, Stage stage) {
        if (closing) {
            return null;
        }
        Optional<Claim> claim = anyProject
                ? state.claims().claimNext(stage, worker, LEASE)
                : state.claims().claim(projectId, stage, worker, LEASE);
        claim.ifPresent(this::keep);
        return claim.orElse(null);
    }

    private void keep(Claim claim) {
        Beat beat = state.heartbeat().keep(claim, () -> ffmpeg.cancel(claim.projectId()));
        beats.put(claim, beat);
        progress.begin(claim.projectId(), claim.stage(), beat::progress);
    }

    private void letGo(Claim claim) {
        Beat beat = beats.remove(claim);
        if (beat != null) {
            beat.close();
        }
    }

    public Order order(Claim claim) {
        return orders.of(claim);
    }

    /** Between two pieces of work: those of a project that was cancelled are not begun any more. */
    public void stillOurs(Claim claim) {
        Beat beat = beats.get(claim);
        if (beat == null || beat.lost()) {
            throw new LeaseLost(claim);
        }
    }

    public List<Hint> scriptWritten(Order order, Script script) {
        return commit(order.claim(), Json.write(script));
    }

    public List<Hint> mediaSourced(Order order, MediaAssets assets) {
        return commit(order.claim(), Json.write(assets));
    }

    public List<Hint> audioProcessed(Order order, AudioTracks tracks) {
        return commit(order.claim(), Json.write(tracks));
    }

    public void renderingStarted(Order order) {
        announce(order, ProjectEvent.RENDERING_STARTED);
    }

    public void videoComposed(Order order) {
        announce(order, ProjectEvent.VIDEO_COMPOSED);
    }

    private void announce(Order order, ProjectEvent event) {
        state.checkpoints().announce(order.claim(), event, JsonNodeFactory.instance.objectNode());
    }

    public List<Hint> videoPublished(Order order, String folder) {
        List<Hint> hints = commit(order.claim(), folder);
        orders.clear(order.projectId());
        return hints;
    }

    private List<Hint> commit(Claim claim, String result) {
        Set<Stage> opened = state.checkpoints().commit(claim, result);
        letGo(claim);
        progress.done(claim.projectId(), claim.stage());
        LOG.info("{} of {} is done", claim.stage(), claim.projectId());
        return opened.stream().map(stage -> new Hint(claim.projectId(), stage)).toList();
    }

    /** When to try again; null when it is over, or when the claim was lost and so nothing of ours any more. */
    public Retry failed(Claim claim, Throwable problem) {
        letGo(claim);
        if (closing) {
            state.claims().release(claim);
            return null;
        }
        Failure failure = Failures.of(problem);
        try {
            Optional<Duration> wait = state.failures().fail(claim, failure, null);
            LOG.warn(
                    "{} of {} failed{}: {}",
                    claim.stage(),
                    claim.projectId(),
                    wait.map(time -> ", next try in " + time.toMillis() + " ms").orElse(" for good"),
                    failure.getMessage(),
                    problem);
            return wait.map(time -> new Retry(time.toMillis(), List.of(new Hint(claim.projectId(), claim.stage()))))
                    .orElse(null);
        } catch (LeaseLost lost) {
            LOG.info("{}", lost.getMessage());
            return null;
        }
    }

    /** The claim was lost: what is still running for it ends, what it made is dropped. */
    public void dropped(Claim claim) {
        letGo(claim);
        LOG.info("{} of {} was cancelled or taken over", claim.stage(), claim.projectId());
    }

    /** Ends whatever runs here for a project that was cancelled, so that nothing writes into its folder any more. */
    void stop(String projectId, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (beats.keySet().stream().anyMatch(claim -> claim.projectId().equals(projectId))
                && System.nanoTime() < until) {
            // over and over, because a stage that was between two calls starts the next
            ffmpeg.cancel(projectId);
            LockSupport.parkNanos(Duration.ofMillis(POLL_MILLIS).toNanos());
        }
    }

    /**
     * Takes no more work. What runs may end within the grace period; a render that does not is interrupted and given
     * back, so that it goes on where it was at the next start.
     */
    public void close(Duration grace) throws InterruptedException {
        closing = true;
        long until = System.nanoTime() + grace.toNanos();
        while (!beats.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(POLL_MILLIS);
        }
        for (Claim claim : beats.keySet()) {
            LOG.info("interrupting {} of {}, it goes on at the next start", claim.stage(), claim.projectId());
            ffmpeg.cancel(claim.projectId());
        }
        long last = System.nanoTime() + INTERRUPTED.toNanos();
        while (!beats.isEmpty() && System.nanoTime() < last) {
            Thread.sleep(POLL_MILLIS);
        }
        beats.keySet().forEach(claim -> {
            letGo(claim);
            state.claims().release(claim);
        });
    }
}
