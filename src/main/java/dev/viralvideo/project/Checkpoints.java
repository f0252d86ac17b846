package dev.viralvideo.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Commits what a stage made: result, next stages, status and events in one transaction, or nothing at all. */
public final class Checkpoints {
    private final Database database;
    private final Clock clock;

    public Checkpoints(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Ends a claim with success.
     *
     * @param result JSON of the script, the media assets or the audio tracks; for the video the package's folder
     * @return the stages that this opened
     * @throws LeaseLost when the claim is no longer valid; nothing was written
     */
    public Set<Stage> commit(Claim claim, String result) {
        return database.write(h -> {
            long now = clock.millis();
            if (!StageRows.lock(h, claim.projectId(), now)) {
                throw new LeaseLost(claim);
            }
            if (!finish(h, claim, now)) {
                return repeated(h, claim);
            }
            // the column name comes from the enum, never from outside
            h.createUpdate("update project_state set " + claim.stage().column() + " = :result where id = :id")
                    .bind("result", StoredText.clean(result))
                    .bind("id", claim.projectId())
                    .execute();
            Set<Stage> opened = StageRows.advance(h, claim.projectId(), now);
            announceEnd(h, claim, result, now);
            return opened;
        });
    }

    /** Tells of something in the middle of a stage, for example {@code rendering.started}; fenced like a commit. */
    public void announce(Claim claim, ProjectEvent event, ObjectNode details) {
        database.write(h -> {
            long now = clock.millis();
            if (!StageRows.lock(h, claim.projectId(), now) || !isHeld(h, claim)) {
                throw new LeaseLost(claim);
            }
            EventLog.append(h, claim.projectId(), event, details, now);
            return null;
        });
    }

    /**
     * Gives a claim back because what earlier stages made is no longer there: those are done again and this stage waits
     * for them. It counts as a failed try, so that files which always vanish do not go round for ever.
     *
     * @return the stages that are now ready
     * @throws LeaseLost when the claim is no longer valid; nothing was written
     */
    public Set<Stage> redo(Claim claim, Set<Stage> gone) {
        return database.write(h -> {
            long now = clock.millis();
            String sql =
                    "update stage_state set state = 'WAITING', worker = null, progress = 0, attempts = attempts + 1"
                            + " where " + StageSql.HELD;
            if (!StageRows.lock(h, claim.projectId(), now)
                    || StageSql.bind(h.createUpdate(sql), claim).execute() == 0) {
                throw new LeaseLost(claim);
            }
            gone.forEach(stage -> StageRows.reset(h, claim.projectId(), stage));
            return StageRows.advance(h, claim.projectId(), now);
        });
    }

    private static boolean finish(Handle h, Claim claim, long now) {
        String sql = "update stage_state set state = 'DONE', progress = 1, not_before = 0, finished_at = :now where "
                + StageSql.HELD;
        return StageSql.bind(h.createUpdate(sql), claim).bind("now", now).execute() == 1;
    }

    /** The commit may have happened before, and only its answer was lost on the way. */
    private static Set<Stage> repeated(Handle h, Claim claim) {
        String sql = "select 1 from stage_state"
                + " where project_id = :id and stage = :stage and state = 'DONE' and fence = :fence";
        if (StageSql.bind(h.createQuery(sql), claim)
                .mapTo(Integer.class)
                .findOne()
                .isEmpty()) {
            throw new LeaseLost(claim);
        }
        var states = StageRows.states(h, claim.projectId());
        states.keySet().removeIf(stage -> states.get(stage) != StageState.READY);
        return states.keySet();
    }

    private static boolean isHeld(Handle h, Claim claim) {
        return StageSql.bind(h.createQuery("select 1 from stage_state where " + StageSql.HELD), claim)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static void announceEnd(Handle h, Claim claim, String result, long now) {
        ObjectNode details = EventLog.details();
        if (claim.stage() == Stage.VIDEO) {
            details.put("output", result);
        }
        for (ProjectEvent event : endOf(claim.stage())) {
            EventLog.append(h, claim.projectId(), event, details, now);
        }
    }

    private static List<ProjectEvent> endOf(Stage stage) {
        return switch (stage) {
            case SCRIPT -> List.of(ProjectEvent.SCRIPT_GENERATED);
            case MEDIA -> List.of(ProjectEvent.MEDIA_SOURCED);
            case AUDIO -> List.of(ProjectEvent.AUDIO_PROCESSED);
            case VIDEO -> List.of(ProjectEvent.RENDERING_COMPLETED, ProjectEvent.PROJECT_COMPLETED);
        };
    }
}
