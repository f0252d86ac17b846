package dev.viralvideo.pipeline;

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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a stage's route gets its work and hands it in: claim, order, checkpoint, failure. */
public final class StageDesk {
    private static final Logger LOG = LoggerFactory.getLogger(StageDesk.class);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Claims claims;
    private final Checkpoints checkpoints;
    private final StageFailures failures;
    private final Heartbeats heartbeats;
    private final Orders orders;
    private final ProgressBoard progress;
    private final String worker;

    public StageDesk(
            Claims claims,
            Checkpoints checkpoints,
            StageFailures failures,
            Heartbeats heartbeats,
            Orders orders,
            ProgressBoard progress,
            String worker) {
        this.claims = claims;
        this.checkpoints = checkpoints;
        this.failures = failures;
        this.heartbeats = heartbeats;
        this.orders = orders;
        this.progress = progress;
        this.worker = worker;
    }

    /** Null when somebody else has it or there is nothing to do: the message was only a hint. */
    public Claim claim(String projectId, Stage stage) {
        Optional<Claim> claim = claims.claim(projectId, stage, worker, LEASE);
        claim.ifPresent(taken -> {
            heartbeats.start(taken);
            progress.begin(projectId, stage, 0);
        });
        return claim.orElse(null);
    }

    public Order order(Claim claim) {
        return orders.of(claim);
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
        checkpoints.announce(order.claim(), ProjectEvent.RENDERING_STARTED, null);
    }

    public void videoComposed(Order order) {
        checkpoints.announce(order.claim(), ProjectEvent.VIDEO_COMPOSED, null);
    }

    public void videoPublished(Order order, String folder) {
        commit(order.claim(), folder);
        orders.clear(order);
    }

    private List<Hint> commit(Claim claim, String result) {
        Set<Stage> opened = checkpoints.commit(claim, result);
        heartbeats.stop(claim);
        progress.done(claim.projectId(), claim.stage());
        LOG.info("{} of {} is done", claim.stage(), claim.projectId());
        return opened.stream()
                .map(stage -> new Hint(claim.projectId(), stage))
                .toList();
    }

    /** When to try again; null when it is over, or when the claim was lost and so nothing of ours any more. */
    public Retry failed(Claim claim, Throwable problem) {
        heartbeats.stop(claim);
        Failure failure = Failures.of(problem);
        try {
            Optional<Duration> wait = failures.fail(claim, failure, null);
            LOG.warn(
                    "{} of {} failed{}: {}",
                    claim.stage(),
                    claim.projectId(),
                    wait.map(time -> ", next try in " + time.toMillis() + " ms").orElse(" for good"),
                    failure.getMessage(),
                    problem);
            return wait.map(time ->
                            new Retry(time.toMillis(), List.of(new Hint(claim.projectId(), claim.stage()))))
                    .orElse(null);
        } catch (LeaseLost lost) {
            LOG.info("{}", lost.getMessage());
            return null;
        }
    }

    /** The claim was lost: what is still running for it ends. */
    public void dropped(Claim claim) {
        heartbeats.stop(claim);
        LOG.info("{} of {} was cancelled or taken over", claim.stage(), claim.projectId());
    }
}
