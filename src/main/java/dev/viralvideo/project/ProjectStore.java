package dev.viralvideo.project;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Request;
import dev.viralvideo.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads projects, and deletes those that have ended. */
public final class ProjectStore {
    /** Sorts after every id. */
    private static final String NEWEST = "~";

    private static final String SUMMARY = "id, topic, status, output_path, error, created_at, updated_at";

    private final Database database;

    public ProjectStore(Database database) {
        this.database = database;
    }

    public Optional<Project> find(String id) {
        return database.read(h -> h.createQuery("select * from project_state where id = :id")
                .bind("id", id)
                .map((rs, c) -> project(rs))
                .findOne());
    }

    /** The project; a {@link Failure.Validation} {@code NO_SUCH_PROJECT} when there is none. */
    public Project get(String id) {
        return find(id).orElseThrow(() -> noSuchProject(id));
    }

    /**
     * A page of projects, newest first.
     *
     * @param status only these, or all when null
     * @param before id of the last one of the page before, or null
     */
    public List<ProjectSummary> list(ProjectStatus status, String before, int limit) {
        String sql = "select " + SUMMARY + " from project_state where id < :before"
                + (status == null ? "" : " and status = :status") + " order by id desc limit :limit";
        return database.read(h -> {
            var query = h.createQuery(sql)
                    .bind("before", before == null ? NEWEST : before)
                    .bind("limit", limit);
            if (status != null) {
                query.bind("status", status.name());
            }
            return query.map((rs, c) -> summary(rs)).list();
        });
    }

    /**
     * The media that the last finished projects on other topics used, as JSON, newest first.
     *
     * @param topic whose own projects do not count
     */
    public List<String> recentMedia(String topic, int limit) {
        return database.read(h -> h.createQuery("select media_assets from project_state where status = :status"
                        + " and topic <> :topic and media_assets is not null order by id desc limit :limit")
                .bind("status", ProjectStatus.COMPLETED.name())
                .bind("topic", topic)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    /** How many projects there are of each status, also where there is none. */
    public Map<ProjectStatus, Long> counts() {
        Map<ProjectStatus, Long> counts = new EnumMap<>(ProjectStatus.class);
        for (ProjectStatus status : ProjectStatus.values()) {
            counts.put(status, 0L);
        }
        database.read(h -> h.createQuery("select status, count(*) from project_state group by status")
                        .map((rs, c) -> Map.entry(ProjectStatus.valueOf(rs.getString(1)), rs.getLong(2)))
                        .list())
                .forEach(row -> counts.put(row.getKey(), row.getValue()));
        return counts;
    }

    /** Without its checkpoints, which may be large. */
    public ProjectSummary summary(String id) {
        return database.read(h -> summary(h, id));
    }

    /** Deletes a project that has ended, with its stages, events, keys and dead letters; its files are not touched. */
    public void delete(String id) {
        database.write(h -> {
            if (!StageRows.lock(h, id, 0)) {
                throw noSuchProject(id);
            }
            ProjectStatus status = StageRows.status(h, id);
            if (!status.terminal()) {
                throw new Failure.Validation(
                        "PROJECT_RUNNING", "project " + id + " is " + status + "; cancel it before it is deleted");
            }
            for (String table : List.of("stage_state", "outbox", "idempotency_key", "dead_letter")) {
                h.createUpdate("delete from " + table + " where project_id = :id")
                        .bind("id", id)
                        .execute();
            }
            return h.createUpdate("delete from project_state where id = :id")
                    .bind("id", id)
                    .execute();
        });
    }

    static ProjectSummary summary(Handle h, String id) {
        return h.createQuery("select " + SUMMARY + " from project_state where id = :id")
                .bind("id", id)
                .map((rs, c) -> summary(rs))
                .findOne()
                .orElseThrow(() -> noSuchProject(id));
    }

    static Failure noSuchProject(String id) {
        return new Failure.Validation(
                "NO_SUCH_PROJECT", "there is no project \"" + id + "\"; \"vvg list\" shows those there are");
    }

    private static Project project(ResultSet rs) throws SQLException {
        return new Project(
                rs.getString("id"),
                Json.read(rs.getString("request"), Request.class),
                rs.getString("topic"),
                ProjectStatus.valueOf(rs.getString("status")),
                rs.getString("script"),
                rs.getString("media_assets"),
                rs.getString("audio_tracks"),
                rs.getString("output_path"),
                rs.getString("error"),
                Instant.ofEpochMilli(rs.getLong("created_at")),
                Instant.ofEpochMilli(rs.getLong("updated_at")),
                rs.getInt("priority"),
                rs.getLong("seed"),
                rs.getString("source"),
                rs.getString("reply_to"),
                rs.getString("correlation_id"));
    }

    private static ProjectSummary summary(ResultSet rs) throws SQLException {
        return new ProjectSummary(
                rs.getString("id"),
                rs.getString("topic"),
                ProjectStatus.valueOf(rs.getString("status")),
                rs.getString("output_path"),
                rs.getString("error"),
                Instant.ofEpochMilli(rs.getLong("created_at")),
                Instant.ofEpochMilli(rs.getLong("updated_at")));
    }
}
