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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a stage's route gets its work and hands it in: claim, order, checkpoint, failure. */
public final class StageDesk {
    private static final Logger LOG = LoggerFactory.getLogger(StageDesk.class);
    private static final Duration INTERRUPTED = Duration.ofSeconds(5);

    /** How the desk talks to the database. */
    public record State(
            Claims claims, Checkpoints checkpoints, StageFailures failures, Heartbeat heartbeat, Hints hints) {}

    /**
     * Who works here.
     *
     * @param lease      how long a claim outlives its last heartbeat
     * @param anyProject whether a hint leads to the most urgent project of its stage rather than to the one it names
     */
    public record Worker(String name, Duration lease, boolean anyProject) {}

    private final State state;
    private final Orders orders;
    private final ProgressBoard progress;
    private final Ffmpeg ffmpeg;
    private final Worker worker;
    private final HeldClaims held;
    private final Map<String, Failure> unkept = new ConcurrentHashMap<>();
    private final Map<Claim, Throwable> untold = new ConcurrentHashMap<>();
    private final Set<Stage> closed = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;
    private volatile boolean interrupting;

    public StageDesk(State state, Orders orders, ProgressBoard progress, Ffmpeg ffmpeg, Worker worker) {
        this.state = state;
        this.orders = orders;
        this.progress = progress;
        this.ffmpeg = ffmpeg;
        this.worker = worker;
        this.held = new HeldClaims(state.heartbeat(), ffmpeg);
    }

    /** Null when somebody else has it or there is nothing to do: the message was only a hint. */
    public Claim claim(String projectId, Stage stage) {
        if (closing || closed.contains(stage)) {
            return null;
        }
        Optional<Claim> claim = worker.anyProject()
                ? state.claims().claimNext(stage, worker.name(), worker.lease())
                : claimOnly(projectId, stage);
        claim.ifPresent(this::keep);
        return claim.orElse(null);
    }

    /** Nobody looks after this project but the command that waits for it: it must hear when that cannot go on. */
    private Optional<Claim> claimOnly(String projectId, Stage stage) {
        try {
            return state.claims().claim(projectId, stage, worker.name(), worker.lease());
        } catch (Failure unwritable) {
            unkept.put(projectId, unwritable);
            throw unwritable;
        }
    }

    /** Takes no more work for this stage; what is under way goes on. */
    public void hold(Stage stage) {
        closed.add(stage);
    }

    public void release(Stage stage) {
        closed.remove(stage);
    }

    private void keep(Claim claim) {
        Beat beat = held.keep(claim);
        unkept.remove(claim.projectId());
        progress.begin(claim.projectId(), claim.stage(), beat::progress);
    }

    private void letGo(Claim claim) {
        held.letGo(claim);
        // a service runs for months; a command shows its projects' progress to the end
        if (worker.anyProject() && !held.isHere(claim.projectId())) {
            progress.forget(claim.projectId());
        }
    }

    public Order order(Claim claim) {
        return orders.of(claim);
    }

    /** Between two pieces of work: those of a project that was cancelled are not begun any more. */
    public void stillOurs(Claim claim) {
        held.check(claim);
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
        try {
            List<Hint> hints = commit(order.claim(), folder);
            orders.clear(order.projectId());
            return hints;
        } catch (LeaseLost lost) {
            orders.withdraw(order.projectId(), Path.of(folder));
            throw lost;
        }
    }

    private List<Hint> commit(Claim claim, String result) {
        Set<Stage> opened = state.checkpoints().commit(claim, result);
        progress.done(claim.projectId(), claim.stage());
        letGo(claim);
        LOG.info("{} of {} is done", claim.stage(), claim.projectId());
        List<Hint> hints = new ArrayList<>(hints(claim, opened));
        if (worker.anyProject()) {
            // a queue is worked off as fast as it goes, not as often as somebody sweeps
            hints.addAll(state.hints().next(claim.stage()));
        }
        return hints;
    }

    private static List<Hint> hints(Claim claim, Set<Stage> opened) {
        return opened.stream().map(stage -> new Hint(claim.projectId(), stage)).toList();
    }

    /**
     * When to try again; null when it is over, or when the claim was lost and so nothing of ours any more.
     *
     * @param claim null when not even claiming worked
     */
    public Retry failed(Claim claim, Throwable problem) {
        if (claim == null) {
            LOG.warn("no work could be claimed: {}", Failures.of(problem).getMessage());
            return null;
        }
        if (closing || held.isLost(claim)) {
            dropped(claim);
            return null;
        }
        letGo(claim);
        return tell(claim, problem);
    }

    private Retry tell(Claim claim, Throwable problem) {
        try {
            Retry retry = keep(claim, problem);
            untold.remove(claim);
            return retry;
        } catch (LeaseLost lost) {
            untold.remove(claim);
            gone(claim);
        } catch (Failure unwritable) {
            unkept.put(claim.projectId(), unwritable);
            if (untold.put(claim, problem) == null) {
                LOG.error(
                        "cannot keep that {} of {} failed: {}",
                        claim.stage(),
                        claim.projectId(),
                        unwritable.getMessage());
            }
        }
        return null;
    }

    /** Tells the database what failed while it could not be written; until it hears, nobody can try again. */
    public void tellAgain() {
        untold.forEach(this::tell);
    }

    private Retry keep(Claim claim, Throwable problem) {
        if (claim.stage() == Stage.AUDIO || claim.stage() == Stage.VIDEO) {
            orders.discardHalves(claim.projectId());
        }
        if (problem instanceof FilesGone gone && !state.failures().isLast(claim)) {
            LOG.warn("{} of {}: {}; doing that again", claim.stage(), claim.projectId(), gone.getMessage());
            return new Retry(0, hints(claim, state.checkpoints().redo(claim, gone.stages())));
        }
        Failure failure = Failures.of(problem);
        Optional<Duration> wait = state.failures().fail(claim, failure, null);
        LOG.warn(
                "{} of {} failed{}: {}",
                claim.stage(),
                claim.projectId(),
                wait.map(time -> ", next try in " + time.toMillis() + " ms").orElse(" for good"),
                failure.getMessage(),
                problem);
        return wait.map(time -> new Retry(time.toMillis(), hints(claim, Set.of(claim.stage()))))
                .orElse(null);
    }

    /** Why a project of this process cannot be brought to any end, if so: its state cannot be written. */
    Optional<Failure> unkept(String projectId) {
        return Optional.ofNullable(unkept.get(projectId));
    }

    /** Whether no program may be started for this project any more. */
    public boolean isStopped(String projectId) {
        return interrupting || held.isAnyLost(projectId);
    }

    /**
     * The stage did not fail, it was stopped: by us, because its claim was lost, or because nobody knew any more whether
     * it was. What it made is dropped; what is still ours is given back.
     */
    public void dropped(Claim claim) {
        letGo(claim);
        try {
            if (state.claims().release(claim)) {
                LOG.info("{} of {} was stopped and is given back", claim.stage(), claim.projectId());
            } else {
                gone(claim);
            }
        } catch (Failure unreachable) {
            // whoever sweeps opens it again when its lease is over
            LOG.warn("cannot give back {} of {}: {}", claim.stage(), claim.projectId(), unreachable.getMessage());
        }
    }

    private void gone(Claim claim) {
        LOG.info("{} of {} was cancelled or taken over", claim.stage(), claim.projectId());
        if (!held.isHere(claim.projectId())) {
            orders.clearCancelled(claim.projectId());
        }
    }

    /** Ends whatever runs here for a project that was cancelled, so that nothing writes into its folder any more. */
    void stop(String projectId, Duration patience) {
        held.stop(projectId, patience);
    }

    /**
     * Takes no more work. What runs may end within the grace period; a render that does not is interrupted and given
     * back, so that it goes on where it was at the next start.
     */
    public void close(Duration grace) throws InterruptedException {
        closing = true;
        held.awaitNone(grace);
        interrupting = true;
        for (Claim claim : held.all()) {
            LOG.info("interrupting {} of {}, it goes on at the next start", claim.stage(), claim.projectId());
            ffmpeg.cancel(claim.projectId());
        }
        held.awaitNone(INTERRUPTED);
        held.all().forEach(claim -> {
            letGo(claim);
            state.claims().release(claim);
        });
    }
}
