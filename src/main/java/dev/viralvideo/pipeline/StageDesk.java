package dev.viralvideo.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.Json;
import dev.viralvideo.media.MediaAssets;
import dev.viralvideo.project.Checkpoints;
import dev.viralvideo.project.Claim;
import dev.viralvideo.project.Claims;
import dev.viralvideo.project.LeaseLost;
import dev.viralvideo.project.ProjectEvent;
import dev.viralvideo.project.Stage;
import dev.viralvideo.project.StageFailures;
import dev.viralvideo.script.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a stage's route gets its work and hands it in: claim, order and checkpoint. */
public final class StageDesk {
    private static final Logger LOG = LoggerFactory.getLogger(StageDesk.class);

    /** How the desk talks to the database. */
    public record State(Claims claims, Checkpoints checkpoints, StageFailures failures, Hints hints) {}

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
    private final Worker worker;
    private final HeldClaims held;
    private final FailureDesk failures;
    private final Set<Stage> closed = ConcurrentHashMap.newKeySet();

    public StageDesk(
            State state, Orders orders, ProgressBoard progress, Worker worker, HeldClaims held, FailureDesk failures) {
        this.state = state;
        this.orders = orders;
        this.progress = progress;
        this.worker = worker;
        this.held = held;
        this.failures = failures;
    }

    /** Null when somebody else has it or there is nothing to do: the message was only a hint. */
    public Claim claim(String projectId, Stage stage) {
        if (held.isClosing() || closed.contains(stage)) {
            return null;
        }
        Optional<Claim> claim = worker.anyProject()
                ? state.claims().claimNext(stage, worker.name(), worker.lease())
                : claimOnly(projectId, stage);
        claim.ifPresent(ours -> {
            held.keep(ours);
            failures.writable(ours.projectId());
        });
        return claim.orElse(null);
    }

    /** Nobody looks after this project but the command that waits for it: it must hear when that cannot go on. */
    private Optional<Claim> claimOnly(String projectId, Stage stage) {
        try {
            return state.claims().claim(projectId, stage, worker.name(), worker.lease());
        } catch (Failure unwritable) {
            failures.unwritable(projectId, unwritable);
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
        held.letGo(claim);
        LOG.info("{} of {} is done", claim.stage(), claim.projectId());
        List<Hint> hints = new ArrayList<>(Hint.of(claim.projectId(), opened));
        if (worker.anyProject()) {
            // a queue is worked off as fast as it goes, not as often as somebody sweeps
            hints.addAll(state.hints().next(claim.stage()));
        }
        return hints;
    }
}
