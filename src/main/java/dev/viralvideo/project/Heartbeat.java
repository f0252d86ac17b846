package dev.viralvideo.project;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the leases of all stages that run in this process, and tells a stage when its claim is gone: cancelled by
 * anybody on any node, or taken over. Counts on the monotonic clock only, so that a clock that is set changes nothing.
 */
public final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Leases leases;
    private final Duration interval;
    private final Set<Beat> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService beats = thread();
    /** A thread of its own, because the other one hangs when the database does. */
    private final ScheduledExecutorService staleness = thread();

    private List<ScheduledFuture<?>> ticking = List.of();

    /** @param interval how often to look for lost claims, at most 1 s so that a cancel is known within 2 s */
    public Heartbeat(Leases leases, Duration interval) {
        this.leases = leases;
        this.interval = interval;
    }

    /**
     * Starts to keep a claim.
     *
     * @param onLost runs once, soon after the claim is gone, on the heartbeat's thread: stop the work, do not wait
     */
    public Beat keep(Claim claim, Runnable onLost) {
        Beat beat = new Beat(claim, onLost, this::remove, System.nanoTime());
        start(beat);
        return beat;
    }

    /** The first of several sets the clock going, so that it stands still while there is no work. */
    private synchronized void start(Beat beat) {
        running.add(beat);
        if (ticking.isEmpty() && !beats.isShutdown()) {
            ticking = List.of(every(beats, this::beat), every(staleness, this::dropStale));
        }
    }

    private ScheduledFuture<?> every(ScheduledExecutorService thread, Runnable look) {
        return thread.scheduleWithFixedDelay(look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void remove(Beat beat) {
        running.remove(beat);
        if (running.isEmpty()) {
            ticking.forEach(clock -> clock.cancel(false));
            ticking = List.of();
        }
    }

    private void beat() {
        try {
            dropInvalid();
            renewDue();
        } catch (RuntimeException e) {
            LOG.warn("heartbeat failed, trying again: {}", e.getMessage());
        }
    }

    private void dropInvalid() {
        Set<Beat> beats = new HashSet<>(running);
        if (!beats.isEmpty()) {
            Set<Claim> claims = new HashSet<>();
            beats.forEach(beat -> claims.add(beat.claim()));
            loseOthers(beats, leases.valid(claims));
        }
    }

    private void renewDue() {
        // taken before the write: nobody can have seen the old state for longer than since now
        long now = System.nanoTime();
        Set<Beat> due = new HashSet<>(running);
        due.removeIf(beat -> !beat.isDue(now));
        if (due.isEmpty()) {
            return;
        }
        Map<Claim, Double> progress = new HashMap<>();
        due.forEach(beat -> progress.put(beat.claim(), beat.progress()));
        Set<Claim> valid = leases.renew(progress);
        due.stream()
                .filter(beat -> valid.contains(beat.claim()))
                .forEach(beat -> beat.renewed(now, progress.get(beat.claim())));
        loseOthers(due, valid);
    }

    private static void loseOthers(Set<Beat> beats, Set<Claim> valid) {
        beats.stream().filter(beat -> !valid.contains(beat.claim())).forEach(Heartbeat::lose);
    }

    private void dropStale() {
        long now = System.nanoTime();
        running.stream().filter(beat -> beat.isStale(now)).toList().forEach(Heartbeat::lose);
    }

    private static void lose(Beat beat) {
        try {
            beat.lose();
        } catch (RuntimeException e) {
            LOG.error(
                    "could not stop {} of project {}",
                    beat.claim().stage(),
                    beat.claim().projectId(),
                    e);
        }
    }

    @Override
    public synchronized void close() {
        beats.shutdownNow();
        staleness.shutdownNow();
    }

    private static ScheduledExecutorService thread() {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "vvg-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
    }
}
