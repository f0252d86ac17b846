package dev.viralvideo.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.viralvideo.failure.Failure;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What an operator does to a project: cancel it, or try it again from a stage. */
public final class Steering {
    private final Database database;
    private final Clock clock;

    public Steering(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Cancels for good: a running stage learns of it by its next heartbeat and can no longer commit. A project that
     * has ended stays as it is. The outside learns of it by {@code error.occurred} with the code {@code CANCELLED}.
     *
     * @return the status it now has
     */
    public ProjectStatus cancel(String id) {
        return database.write(h -> {
            long now = lock(h, id);
            ProjectStatus status = StageRows.status(h, id);
            if (status.terminal()) {
                return status;
            }
            StageRows.close(h, id);
            StageRows.setStatus(h, id, ProjectStatus.CANCELLED);
            ObjectNode error = EventLog.details()
                    .put("code", "CANCELLED")
                    .put("message", "the project was cancelled")
                    .put("at", Instant.ofEpochMilli(now).toString());
            EventLog.append(
                    h, id, ProjectEvent.ERROR_OCCURRED, EventLog.details().set("error", error), now);
            return ProjectStatus.CANCELLED;
        });
    }

    /**
     * Lets a failed or completed project run again. The checkpoints of the stages before the given one are kept, also that
     * of a stage beside it.
     *
     * @param from the first stage to do again; null means those that are not done
     * @return the stages that are now ready
     */
    public Set<Stage> retry(String id, Stage from) {
        return database.write(h -> {
            long now = lock(h, id);
            ProjectStatus status = StageRows.status(h, id);
            Map<Stage, StageState> states = StageRows.states(h, id);
            check(id, from, status, states);
            for (Stage stage : Stage.values()) {
                boolean again = stage == from || from != null && stage.dependsOn(from);
                if (again || states.get(stage) != StageState.DONE) {
                    StageRows.reset(h, id, stage);
                }
            }
            h.createUpdate("update project_state set error = null where id = :id")
                    .bind("id", id)
                    .execute();
            DeadLetters.markReplayed(h, id, now);
            return StageRows.advance(h, id, now);
        });
    }

    private long lock(Handle h, String id) {
        long now = clock.millis();
        if (!StageRows.lock(h, id, now)) {
            throw ProjectStore.noSuchProject(id);
        }
        return now;
    }

    private static void check(String id, Stage from, ProjectStatus status, Map<Stage, StageState> states) {
        if (status == ProjectStatus.CANCELLED) {
            throw new Failure.Validation(
                    "PROJECT_CANCELLED", "project " + id + " was cancelled for good; submit its topic again");
        }
        if (!status.terminal()) {
            throw new Failure.Validation(
                    "PROJECT_RUNNING", "project " + id + " is " + status + "; cancel it before it is retried");
        }
        if (from == null && status == ProjectStatus.COMPLETED) {
            throw new Failure.Validation(
                    "PROJECT_COMPLETED", "project " + id + " is complete; name the stage to do again, such as VIDEO");
        }
        if (from != null && !from.needs().stream().allMatch(need -> states.get(need) == StageState.DONE)) {
            throw new Failure.Validation(
                    "STAGE_NOT_REACHED",
                    "project " + id + " cannot go on from " + from + ": " + from.needs()
                            + " must be done first; leave out the stage to go on where it stopped");
        }
    }
}
