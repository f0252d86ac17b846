package dev.viralvideo.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads where a project stands. */
public final class ProgressReader {
    /** How many past runs of a stage tell how long it takes. */
    private static final int RECENT = 20;

    /** How long that is not asked again. */
    private static final long TYPICAL_NANOS = 5_000_000_000L;

    private record Typical(Map<Stage, Duration> times, long at) {}

    private final Database database;
    private final Clock clock;
    private volatile Typical typical;

    public ProgressReader(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public ProjectProgress read(String id) {
        return database.read(h -> {
            ProjectSummary project = ProjectStore.summary(h, id);
            List<StageProgress> stages = stages(h, id);
            Duration left = project.status().terminal()
                    ? Duration.ZERO
                    : new TimeLeft(typicalOfLate(h), clock.instant()).of(stages);
            return ProjectProgress.of(project, stages, left);
        });
    }

    private static List<StageProgress> stages(Handle h, String id) {
        return h
                .createQuery("select * from stage_state where project_id = :id")
                .bind("id", id)
                .map((rs, c) -> stage(rs))
                .stream()
                .sorted(Comparator.comparing(StageProgress::stage))
                .toList();
    }

    private Map<Stage, Duration> typicalOfLate(Handle h) {
        Typical known = typical;
        if (known == null || System.nanoTime() - known.at() > TYPICAL_NANOS) {
            known = new Typical(typical(h), System.nanoTime());
            typical = known;
        }
        return known.times();
    }

    private static Map<Stage, Duration> typical(Handle h) {
        Map<Stage, Duration> typical = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            // a clock that was set in between gives nonsense, which must not reach the average
            h.createQuery(
                            """
                            select avg(millis) from (select finished_at - started_at as millis from stage_state
                                where state = 'DONE' and stage = :stage order by finished_at desc limit :recent) as recent
                            where millis between 0 and 3600000
                            """)
                    .bind("stage", stage.name())
                    .bind("recent", RECENT)
                    .mapTo(Double.class)
                    .findOne()
                    .ifPresent(millis -> typical.put(stage, Duration.ofMillis(Math.round(millis))));
        }
        return typical;
    }

    private static StageProgress stage(ResultSet rs) throws SQLException {
        return new StageProgress(
                Stage.valueOf(rs.getString("stage")),
                StageState.valueOf(rs.getString("state")),
                rs.getDouble("progress"),
                rs.getString("worker"),
                rs.getInt("attempts"),
                instant(rs, "started_at"),
                instant(rs, "finished_at"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        long millis = rs.getLong(column);
        return rs.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
