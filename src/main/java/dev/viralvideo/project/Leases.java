package dev.viralvideo.project;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Reads and renews the leases of running claims; a renewed lease also carries the stage's progress. */
public final class Leases {
    private final Database database;
    private final Clock clock;

    public Leases(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those of the given claims that are still valid; a read only. */
    public Set<Claim> valid(Set<Claim> claims) {
        Set<Held> held = new HashSet<>(database.read(
                h -> h.createQuery("select project_id, stage, fence from stage_state where state = 'CLAIMED'")
                        .map((rs, c) -> new Held(rs.getString(1), Stage.valueOf(rs.getString(2)), rs.getLong(3)))
                        .list()));
        Set<Claim> valid = new HashSet<>(claims);
        valid.removeIf(claim -> !held.contains(new Held(claim.projectId(), claim.stage(), claim.fence())));
        return valid;
    }

    private record Held(String projectId, Stage stage, long fence) {}

    /** Renews one lease; false when the claim is no longer valid. */
    public boolean renew(Claim claim, double progress) {
        return renew(Map.of(claim, progress)).contains(claim);
    }

    /**
     * Renews leases in one transaction.
     *
     * @param progress how far each claim's stage is, 0 to 1
     * @return those that are still valid
     */
    public Set<Claim> renew(Map<Claim, Double> progress) {
        List<Claim> claims = new ArrayList<>(progress.keySet());
        int[] renewed = database.write(h -> {
            PreparedBatch batch = h.prepareBatch(
                    "update stage_state set beats = beats + 1, lease_until = :until, progress = :progress where "
                            + StageSql.HELD);
            for (Claim claim : claims) {
                StageSql.bind(batch, claim)
                        .bind("until", clock.millis() + claim.lease().toMillis())
                        .bind("progress", Math.max(0, Math.min(1, progress.get(claim))))
                        .add();
            }
            return batch.execute();
        });
        Set<Claim> valid = new HashSet<>();
        for (int i = 0; i < renewed.length; i++) {
            if (renewed[i] == 1) {
                valid.add(claims.get(i));
            }
        }
        return valid;
    }
}
