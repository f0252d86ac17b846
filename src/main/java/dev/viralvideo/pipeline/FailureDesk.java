package dev.viralvideo.pipeline;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.project.Claim;
import dev.viralvideo.project.LeaseLost;
import dev.viralvideo.project.Stage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a stage's route says that it could not do its work: it failed, was stopped, or lost its claim. */
public final class FailureDesk {
    private static final Logger LOG = LoggerFactory.getLogger(FailureDesk.class);

    private final StageDesk.State state;
    private final Orders orders;
    private final HeldClaims held;
    private final Map<String, Failure> unkept = new ConcurrentHashMap<>();
    private final Map<Claim, Throwable> untold = new ConcurrentHashMap<>();

    public FailureDesk(StageDesk.State state, Orders orders, HeldClaims held) {
        this.state = state;
        this.orders = orders;
        this.held = held;
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
        if (held.isClosing() || held.isLost(claim)) {
            dropped(claim);
            return null;
        }
        held.letGo(claim);
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
            return new Retry(0, Hint.of(claim.projectId(), state.checkpoints().redo(claim, gone.stages())));
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
        return wait.map(time -> new Retry(time.toMillis(), Hint.of(claim.projectId(), Set.of(claim.stage()))))
                .orElse(null);
    }

    /** A command's project that cannot even be claimed: nobody else looks after it. */
    void unwritable(String projectId, Failure failure) {
        unkept.put(projectId, failure);
    }

    /** It was claimed after all. */
    void writable(String projectId) {
        unkept.remove(projectId);
    }

    /** Why a project of this process cannot be brought to any end, if so: its state cannot be written. */
    Optional<Failure> unkept(String projectId) {
        return Optional.ofNullable(unkept.get(projectId));
    }

    /**
     * The stage did not fail, it was stopped: by us, because its claim was lost, or because nobody knew any more whether
     * it was. What it made is dropped; what is still ours is given back.
     */
    public void dropped(Claim claim) {
        held.letGo(claim);
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
}
