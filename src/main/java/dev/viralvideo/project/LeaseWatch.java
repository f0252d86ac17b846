package dev.viralvideo.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Tells which leases have run out by watching heartbeats on the monotonic clock. Wall clocks have no say: a clock that
 * jumps by an hour, or differs between nodes, neither ends a live lease nor keeps a dead one.
 */
final class LeaseWatch {
    private final LongSupplier nanoTime;
    private Map<Claim, Seen> seen = new HashMap<>();

    LeaseWatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record Seen(long beats, long at, long stillNanos) {}

    synchronized List<Sweeper.ClaimedStage> expired(List<Sweeper.ClaimedStage> claimed) {
        long now = nanoTime.getAsLong();
        Map<Claim, Seen> current = new HashMap<>();
        claimed.forEach(stage -> current.put(stage.claim(), look(stage, seen.get(stage.claim()), now)));
        seen = current;
        return claimed.stream()
                .filter(stage -> WorkerId.isDead(stage.claim().worker())
                        || current.get(stage.claim()).stillNanos
                                >= stage.claim().lease().toNanos())
                .toList();
    }

    private static Seen look(Sweeper.ClaimedStage stage, Seen last, long now) {
        if (last == null || last.beats != stage.beats()) {
            return new Seen(stage.beats(), now, 0);
        }
        // after a pause of the whole machine the worker gets its chance to beat: one look counts a quarter at most
        long most = stage.claim().lease().toNanos() / 4;
        return new Seen(last.beats, now, last.stillNanos + Math.min(most, now - last.at));
    }
}
