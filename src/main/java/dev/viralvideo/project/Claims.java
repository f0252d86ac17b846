package dev.viralvideo.project;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Gives stages to workers, each to one at a time. Compare-and-set decides who gets it, a fence that only grows decides
 * who may still commit, heartbeats keep it; no clock has a say in any of these.
 */
public final class Claims {
    private static final int CANDIDATES = 16;

    private final Database database;
    private final Clock clock;

    public Claims(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Empty when somebody else has it, or it is not ready: then the message that asked for it is dropped. */
    public Optional<Claim> claim(String projectId, Stage stage, String worker, Duration lease) {
        // a stale message is the usual case under load: it costs one read and no write
        return isDue(projectId, stage)
                ? database.write(h -> take(h, projectId, stage, worker, lease))
                : Optional.empty();
    }

    /** The most urgent stage that is ready: highest priority first, then oldest project. */
    public Optional<Claim> claimNext(Stage stage, String worker, Duration lease) {
        List<String> candidates;
        do {
            candidates = due(stage, CANDIDATES);
            for (String projectId : candidates) {
                Optional<Claim> claim = claim(projectId, stage, worker, lease);
                if (claim.isPresent()) {
                    return claim;
                }
            }
        } while (candidates.size() == CANDIDATES);
        return Optional.empty();
    }

    /** Whether any stage of any project waits for a worker, be it in its back-off: what an idle service asks. */
    public boolean anythingReady() {
        return database.read(h -> h.createQuery("select 1 from stage_state where state = 'READY' limit 1")
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** Projects whose stage is ready and past its back-off, most urgent first. */
    public List<String> due(Stage stage, int limit) {
        return database.read(h -> h.createQuery("select project_id from stage_state where stage = :stage and "
                        + StageSql.DUE + " order by priority desc, project_id limit :limit")
                .bind("stage", stage.name())
                .bind("now", clock.millis())
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    /** Stages of one project that are ready and past their back-off. */
    public List<Stage> due(String projectId) {
        return database.read(
                h -> h.createQuery("select stage from stage_state where project_id = :id and " + StageSql.DUE)
                        .bind("id", projectId)
                        .bind("now", clock.millis())
                        .map((rs, c) -> Stage.valueOf(rs.getString(1)))
                        .list());
    }

    /** Gives it back as if it had never been claimed: for an orderly shutdown. False when it was lost already. */
    public boolean release(Claim claim) {
        return database.write(h -> {
            long now = clock.millis();
            StageRows.lock(h, claim.projectId(), now);
            String sql = "update stage_state set state = 'READY', worker = null, progress = 0, ready_at = :now where "
                    + StageSql.HELD;
            boolean released =
                    StageSql.bind(h.createUpdate(sql), claim).bind("now", now).execute() == 1;
            if (released) {
                StageRows.advance(h, claim.projectId(), now);
            }
            return released;
        });
    }

    private boolean isDue(String projectId, Stage stage) {
        return database.read(h -> h.createQuery(
                        "select 1 from stage_state where project_id = :id and stage = :stage and " + StageSql.DUE)
                .bind("id", projectId)
                .bind("stage", stage.name())
                .bind("now", clock.millis())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    private Optional<Claim> take(Handle h, String projectId, Stage stage, String worker, Duration lease) {
        long now = clock.millis();
        StageRows.lock(h, projectId, now);
        String sql =
                """
                update stage_state set state = 'CLAIMED', worker = :worker, fence = fence + 1, beats = 0, progress = 0,
                    lease_millis = :lease, lease_until = :until, started_at = :now
                where project_id = :id and stage = :stage and
                """;
        int won = h.createUpdate(sql + StageSql.DUE)
                .bind("worker", worker)
                .bind("lease", lease.toMillis())
                .bind("until", now + lease.toMillis())
                .bind("now", now)
                .bind("id", projectId)
                .bind("stage", stage.name())
                .execute();
        if (won == 0) {
            return Optional.empty();
        }
        if (stage == Stage.SCRIPT) {
            StageRows.setStatus(h, projectId, ProjectStatus.SCRIPTING); // the only status that a claim changes
        }
        return h.createQuery("select fence, attempts from stage_state where project_id = :id and stage = :stage")
                .bind("id", projectId)
                .bind("stage", stage.name())
                .map((rs, c) -> new Claim(projectId, stage, worker, rs.getLong(1), rs.getInt(2) + 1, lease))
                .findOne();
    }
}
