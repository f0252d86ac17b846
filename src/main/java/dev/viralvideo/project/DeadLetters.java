package dev.viralvideo.project;

import dev.viralvideo.failure.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** What could not be worked on, kept until somebody replays it. */
public final class DeadLetters {
    private final Database database;
    private final Clock clock;
    private final Steering steering;
    private final Consumer<DeadLetter> intake;

    /** @param intake takes a message that never became a project in again; throws when it still cannot */
    public DeadLetters(Database database, Clock clock, Steering steering, Consumer<DeadLetter> intake) {
        this.database = database;
        this.clock = clock;
        this.steering = steering;
        this.intake = intake;
    }

    /** Keeps a message that never became a project. */
    public void add(String source, String reason, String payload) {
        add(Origin.of(source), reason, payload);
    }

    /** Likewise; one that comes again under its key while the first waits is kept once. */
    public void add(Origin origin, String reason, String payload) {
        database.write(h -> {
            String key = IdempotencyKeys.stored(origin.key());
            if (key == null || !isKept(h, key)) {
                insert(h, origin, key, reason, payload, clock.millis());
            }
            return null;
        });
    }

    private static boolean isKept(Handle h, String key) {
        return h.createQuery("select 1 from dead_letter where intake_key = :key and replayed_at is null limit 1")
                .bind("key", key)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static void insert(Handle h, Origin origin, String key, String reason, String payload, long now) {
        h.createUpdate(
                        """
                        insert into dead_letter (source, reason, payload, intake_key, reply_to, correlation_id, created_at)
                        values (:source, :reason, :payload, :key, :replyTo, :correlation, :now)
                        """)
                .bind("source", StoredText.clean(origin.source()))
                .bind("reason", StoredText.clean(reason))
                .bind("payload", StoredText.clean(payload))
                .bind("key", key)
                .bind("replyTo", StoredText.clean(origin.replyTo()))
                .bind("correlation", StoredText.clean(origin.correlationId()))
                .bind("now", now)
                .execute();
    }

    /** Those that wait, oldest first, from after the given id (0 for the first page). */
    public List<DeadLetter> list(long after, int limit) {
        return database.read(h -> h.createQuery(
                        "select * from dead_letter where replayed_at is null and id > :after order by id limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map((rs, c) -> letter(rs))
                .list());
    }

    /** How many wait. */
    public long waiting() {
        return database.read(h -> h.createQuery("select count(*) from dead_letter where replayed_at is null")
                .mapTo(Long.class)
                .one());
    }

    /** Tries again: a failed project goes on from the stage that failed, a message is taken in once more. */
    public void replay(long id) {
        DeadLetter letter = database.read(h -> h.createQuery("select * from dead_letter where id = :id")
                        .bind("id", id)
                        .map((rs, c) -> letter(rs))
                        .findOne())
                .orElseThrow(() -> new Failure.Validation(
                        "NO_SUCH_DEAD_LETTER", "there is no dead letter " + id + "; \"vvg dead list\" shows them"));
        if (letter.replayedAt() != null) {
            throw new Failure.Validation(
                    "ALREADY_REPLAYED", "dead letter " + id + " was replayed at " + letter.replayedAt());
        }
        if (letter.source().equals(CallbackQueue.SOURCE)) {
            database.write(h -> {
                CallbackQueue.replay(h, letter.payload(), clock.millis());
                return null;
            });
            markReplayed(id);
        } else if (letter.projectId() == null) {
            intake.accept(letter);
            markReplayed(id);
        } else {
            steering.retry(letter.projectId(), null);
        }
    }

    /** Replays all that wait; gives how many. One that fails again stays and does not hold up the others. */
    public int replayAll() {
        int replayed = 0;
        long after = 0;
        List<DeadLetter> page;
        while (!(page = list(after, 100)).isEmpty()) {
            for (DeadLetter letter : page) {
                replayed += replayed(letter.id()) ? 1 : 0;
                after = letter.id();
            }
        }
        return replayed;
    }

    private boolean replayed(long id) {
        try {
            replay(id);
            return true;
        } catch (Failure.Validation e) {
            return false;
        }
    }

    private void markReplayed(long id) {
        database.write(h -> h.createUpdate("update dead_letter set replayed_at = :now where id = :id")
                .bind("now", clock.millis())
                .bind("id", id)
                .execute());
    }

    static void insert(Handle h, String projectId, String source, String reason, String payload, long now) {
        h.createUpdate(
                        """
                        insert into dead_letter (project_id, source, reason, payload, created_at)
                        values (:project, :source, :reason, :payload, :now)
                        """)
                .bind("project", projectId)
                .bind("source", StoredText.clean(source))
                .bind("reason", StoredText.clean(reason))
                .bind("payload", StoredText.clean(payload))
                .bind("now", now)
                .execute();
    }

    /** Whoever retries a project has dealt with its dead letters. */
    static void markReplayed(Handle h, String projectId, long now) {
        h.createUpdate("update dead_letter set replayed_at = :now where project_id = :id and replayed_at is null")
                .bind("now", now)
                .bind("id", projectId)
                .execute();
    }

    private static DeadLetter letter(ResultSet rs) throws SQLException {
        long replayed = rs.getLong("replayed_at");
        return new DeadLetter(
                rs.getLong("id"),
                rs.getString("project_id"),
                rs.getString("source"),
                rs.getString("reason"),
                rs.getString("payload"),
                new Origin(
                        rs.getString("source"),
                        rs.getString("intake_key"),
                        rs.getString("reply_to"),
                        rs.getString("correlation_id")),
                Instant.ofEpochMilli(rs.getLong("created_at")),
                replayed == 0 ? null : Instant.ofEpochMilli(replayed));
    }
}
