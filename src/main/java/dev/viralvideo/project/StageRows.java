package dev.viralvideo.project;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What transactions on a project have in common. Each locks the project's row first, so that two on the same project
 * run one after the other: the video stage opens exactly once, and events are numbered in the order they happen.
 */
final class StageRows {
    private StageRows() {}

    /** Waits for other transactions on the project; false when there is no such project. */
    static boolean lock(Handle h, String projectId, long now) {
        // an update, because SQLite knows no "for update"
        return h.createUpdate("update project_state set updated_at = :now where id = :id")
                        .bind("now", now)
                        .bind("id", projectId)
                        .execute()
                == 1;
    }

    static ProjectStatus status(Handle h, String projectId) {
        return h.createQuery("select status from project_state where id = :id")
                .bind("id", projectId)
                .map((rs, c) -> ProjectStatus.valueOf(rs.getString(1)))
                .one();
    }

    static Map<Stage, StageState> states(Handle h, String projectId) {
        Map<Stage, StageState> states = new EnumMap<>(Stage.class);
        h.createQuery("select stage, state from stage_state where project_id = :id")
                .bind("id", projectId)
                .map((rs, c) -> Map.entry(Stage.valueOf(rs.getString(1)), StageState.valueOf(rs.getString(2))))
                .forEach(row -> states.put(row.getKey(), row.getValue()));
        return states;
    }

    /** Opens each waiting stage whose needs are done, and brings the project's status in line; gives what opened. */
    static Set<Stage> advance(Handle h, String projectId, long now) {
        Map<Stage, StageState> states = states(h, projectId);
        Set<Stage> opened = EnumSet.noneOf(Stage.class);
        for (Stage stage : Stage.values()) {
            boolean needsDone = stage.needs().stream().allMatch(need -> states.get(need) == StageState.DONE);
            if (needsDone && states.get(stage) == StageState.WAITING) {
                open(h, projectId, stage, now);
                states.put(stage, StageState.READY);
                opened.add(stage);
            }
        }
        setStatus(h, projectId, ProjectStatus.of(states));
        return opened;
    }

    static void setStatus(Handle h, String projectId, ProjectStatus status) {
        h.createUpdate("update project_state set status = :status where id = :id and status <> :status")
                .bind("status", status.name())
                .bind("id", projectId)
                .execute();
    }

    /** Takes every stage that is not done from its worker; the larger fence makes any late commit fail. */
    static void close(Handle h, String projectId) {
        h.createUpdate(
                        """
                        update stage_state set state = 'WAITING', fence = fence + 1, worker = null, progress = 0
                        where project_id = :id and state in ('READY', 'CLAIMED')
                        """)
                .bind("id", projectId)
                .execute();
    }

    /** Forgets a stage's result and its tries. */
    static void reset(Handle h, String projectId, Stage stage) {
        h.createUpdate(
                        """
                        update stage_state set state = 'WAITING', fence = fence + 1, worker = null, attempts = 0,
                            interruptions = 0, not_before = 0, progress = 0, started_at = null, finished_at = null
                        where project_id = :id and stage = :stage
                        """)
                .bind("id", projectId)
                .bind("stage", stage.name())
                .execute();
        // the column name comes from the enum, never from outside
        h.createUpdate("update project_state set " + stage.column() + " = null where id = :id")
                .bind("id", projectId)
                .execute();
    }

    private static void open(Handle h, String projectId, Stage stage, long now) {
        h.createUpdate(
                        "update stage_state set state = 'READY', ready_at = :now where project_id = :id and stage = :stage")
                .bind("now", now)
                .bind("id", projectId)
                .bind("stage", stage.name())
                .execute();
    }
}
