package dev.viralvideo.pipeline;

import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.project.Beat;
import dev.viralvideo.project.Claim;
import dev.viralvideo.project.Claims;
import dev.viralvideo.project.Heartbeat;
import dev.viralvideo.project.LeaseLost;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The claims that this process works on now, each kept alive by a heartbeat; a lost one ends its FFmpeg. They are given
 * back when the process ends.
 */
public final class HeldClaims {
    private static final Logger LOG = LoggerFactory.getLogger(HeldClaims.class);
    private static final long POLL_MILLIS = 20;
    private static final Duration INTERRUPTED = Duration.ofSeconds(5);

    private final Claims claims;
    private final Heartbeat heartbeat;
    private final ProgressBoard progress;
    private final Ffmpeg ffmpeg;
    private final boolean service;
    private final Map<Claim, Beat> beats = new ConcurrentHashMap<>();
    private volatile boolean closing;
    private volatile boolean interrupting;

    /** @param service whether it runs for months; a command shows its projects' progress to the end */
    public HeldClaims(Claims claims, Heartbeat heartbeat, ProgressBoard progress, Ffmpeg ffmpeg, boolean service) {
        this.claims = claims;
        this.heartbeat = heartbeat;
        this.progress = progress;
        this.ffmpeg = ffmpeg;
        this.service = service;
    }

    void keep(Claim claim) {
        Beat beat = heartbeat.keep(claim, () -> ffmpeg.cancel(claim.projectId()));
        beats.put(claim, beat);
        progress.begin(claim.projectId(), claim.stage(), beat::progress);
    }

    void letGo(Claim claim) {
        Beat beat = beats.remove(claim);
        if (beat != null) {
            beat.close();
        }
        if (service && !isHere(claim.projectId())) {
            progress.forget(claim.projectId());
        }
    }

    boolean isHere(String projectId) {
        return beats.keySet().stream().anyMatch(claim -> claim.projectId().equals(projectId));
    }

    boolean isLost(Claim claim) {
        Beat beat = beats.get(claim);
        return beat != null && beat.lost();
    }

    /** @throws LeaseLost when it is not held any more */
    void check(Claim claim) {
        Beat beat = beats.get(claim);
        if (beat == null || beat.lost()) {
            throw new LeaseLost(claim);
        }
    }

    /** Whether no work is begun any more. */
    boolean isClosing() {
        return closing;
    }

    /** Whether no program may be started for this project any more. */
    public boolean isStopped(String projectId) {
        return interrupting
                || beats.keySet().stream().anyMatch(claim -> claim.projectId().equals(projectId) && isLost(claim));
    }

    /** Ends whatever runs here for a project that was cancelled, so that nothing writes into its folder any more. */
    void stop(String projectId, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (isHere(projectId) && System.nanoTime() < until) {
            // over and over, because a stage that was between two calls starts the next
            ffmpeg.cancel(projectId);
            LockSupport.parkNanos(Duration.ofMillis(POLL_MILLIS).toNanos());
        }
    }

    /**
     * Takes no more work. What runs may end within the grace period; a render that does not is interrupted and given
     * back, so that it goes on where it was at the next start.
     */
    void close(Duration grace) throws InterruptedException {
        closing = true;
        awaitNone(grace);
        interrupting = true;
        beats.keySet().forEach(claim -> {
            LOG.info("interrupting {} of {}, it goes on at the next start", claim.stage(), claim.projectId());
            ffmpeg.cancel(claim.projectId());
        });
        awaitNone(INTERRUPTED);
        beats.keySet().forEach(claim -> {
            letGo(claim);
            claims.release(claim);
        });
    }

    private void awaitNone(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!beats.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(POLL_MILLIS);
        }
    }
}
