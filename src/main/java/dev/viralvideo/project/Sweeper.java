package dev.viralvideo.project;

import dev.viralvideo.failure.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;

/**
 * Finds work that was dropped: claims whose worker died, and projects that nobody would go on with. Every node may
 * run one. A stage that takes its process down with it time and again is given up in the end.
 */
public final class Sweeper {
    private final Database database;
    private final Clock clock;
    private final LeaseWatch watch;
    private final int interruptions;

    /**
     * @param nanoTime      the monotonic clock, {@code System::nanoTime}
     * @param interruptions how often one stage may lose its worker before the project fails
     */
    public Sweeper(Database database, Clock clock, LongSupplier nanoTime, int interruptions) {
        this.database = database;
        this.clock = clock;
        this.watch = new LeaseWatch(nanoTime);
        this.interruptions = interruptions;
    }

    record ClaimedStage(Claim claim, long beats, int interruptions) {}

    /**
     * Opens stages again whose worker is gone: at once when it was a process of this machine that has ended, else
     * when its heartbeat has stood still for a whole lease while this sweeper watched. Call it every other second or so.
     *
     * @return how many were opened
     */
    public int reopenExpired() {
        List<ClaimedStage> claimed =
                database.read(h -> h.createQuery("select * from stage_state where state = 'CLAIMED'")
                        .map((rs, c) -> claimedStage(rs))
                        .list());
        List<ClaimedStage> expired = watch.expired(claimed);
        return (int) expired.stream().filter(this::reopen).count();
    }

    /** Opens the next stage of running projects that have none: a last resort, it should never find any. */
    public int mendStranded(int limit) {
        List<String> stranded = database.read(h -> h.createQuery(
                        """
                        select id from project_state p where status in ('QUEUED', 'SCRIPTING', 'SOURCING', 'VOICING', 'RENDERING')
                            and not exists (select 1 from stage_state s
                                where s.project_id = p.id and s.state in ('READY', 'CLAIMED'))
                        limit :limit
                        """)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
        stranded.forEach(id -> database.write(h -> {
            StageRows.lock(h, id, clock.millis());
            return StageRows.status(h, id).terminal() ? null : StageRows.advance(h, id, clock.millis());
        }));
        return stranded.size();
    }

    private boolean reopen(ClaimedStage stage) {
        return database.write(h -> {
            long now = clock.millis();
            Claim claim = stage.claim();
            StageRows.lock(h, claim.projectId(), now);
            boolean giveUp = stage.interruptions() + 1 >= interruptions;
            if (!take(h, stage, giveUp ? StageState.FAILED : StageState.READY, now)) {
                return false;
            }
            if (giveUp) {
                StageFailures.failProject(h, claim, interrupted(claim), now);
            } else {
                StageRows.advance(h, claim.projectId(), now);
            }
            return true;
        });
    }

    /** Only if no heartbeat came in between. */
    private static boolean take(Handle h, ClaimedStage stage, StageState state, long now) {
        String sql =
                """
                update stage_state set state = :state, worker = null, progress = 0, ready_at = :now,
                    interruptions = interruptions + 1
                where beats = :beats and
                """;
        return StageSql.bind(h.createUpdate(sql + StageSql.HELD), stage.claim())
                        .bind("state", state.name())
                        .bind("beats", stage.beats())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    private Failure interrupted(Claim claim) {
        return new Failure.Processing(
                "INTERRUPTED_TOO_OFTEN",
                false,
                claim.stage() + " lost its worker " + interruptions
                        + " times; look in the log for what ends the process, then retry the project");
    }

    private static ClaimedStage claimedStage(ResultSet rs) throws SQLException {
        Claim claim = new Claim(
                rs.getString("project_id"),
                Stage.valueOf(rs.getString("stage")),
                rs.getString("worker"),
                rs.getLong("fence"),
                rs.getInt("attempts") + 1,
                Duration.ofMillis(rs.getLong("lease_millis")));
        return new ClaimedStage(claim, rs.getLong("beats"), rs.getInt("interruptions"));
    }
}
