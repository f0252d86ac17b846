package dev.viralvideo.pipeline;

import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.project.Beat;
import dev.viralvideo.project.Claim;
import dev.viralvideo.project.Heartbeat;
import dev.viralvideo.project.LeaseLost;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The claims that this process works on now, each kept alive by a heartbeat; a lost one ends its FFmpeg. */
final class HeldClaims {
    private static final long POLL_MILLIS = 20;

    private final Heartbeat heartbeat;
    private final Ffmpeg ffmpeg;
    private final Map<Claim, Beat> beats = new ConcurrentHashMap<>();

    HeldClaims(Heartbeat heartbeat, Ffmpeg ffmpeg) {
        this.heartbeat = heartbeat;
        this.ffmpeg = ffmpeg;
    }

    Beat keep(Claim claim) {
        Beat beat = heartbeat.keep(claim, () -> ffmpeg.cancel(claim.projectId()));
        beats.put(claim, beat);
        return beat;
    }

    void letGo(Claim claim) {
        Beat beat = beats.remove(claim);
        if (beat != null) {
            beat.close();
        }
    }

    boolean isHere(String projectId) {
        return beats.keySet().stream().anyMatch(claim -> claim.projectId().equals(projectId));
    }

    boolean isLost(Claim claim) {
        Beat beat = beats.get(claim);
        return beat != null && beat.lost();
    }

    boolean isAnyLost(String projectId) {
        return beats.keySet().stream().anyMatch(claim -> claim.projectId().equals(projectId) && isLost(claim));
    }

    /** @throws LeaseLost when it is not held any more */
    void check(Claim claim) {
        Beat beat = beats.get(claim);
        if (beat == null || beat.lost()) {
            throw new LeaseLost(claim);
        }
    }

    Set<Claim> all() {
        return Set.copyOf(beats.keySet());
    }

    /** Waits until none is left, or the time is over. */
    void awaitNone(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!beats.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Ends whatever runs here for a project. */
    void stop(String projectId, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (isHere(projectId) && System.nanoTime() < until) {
            // over and over, because a stage that was between two calls starts the next
            ffmpeg.cancel(projectId);
            LockSupport.parkNanos(Duration.ofMillis(POLL_MILLIS).toNanos());
        }
    }
}
