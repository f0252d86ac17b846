package dev.viralvideo.project;

import dev.viralvideo.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Results that are to be sent to the callbacks of their requests: at least once, with growing waits, and a dead letter
 * when nobody takes them.
 */
public final class CallbackQueue {
    /** What dead letters of callbacks have as their source. */
    static final String SOURCE = "callback";

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Database database;
    private final Clock clock;
    private final Backoff backoff;
    private final NodeLease lease;

    public CallbackQueue(Database database, Clock clock, Backoff backoff, String worker) {
        this.database = database;
        this.clock = clock;
        this.backoff = backoff;
        this.lease = new NodeLease(database, clock, "callbacks", worker, LEASE);
    }

    /** Queues a result; one that is queued already stays as it is. */
    public void add(CallbackDelivery delivery) {
        database.write(h -> insert(h, delivery, clock.millis()));
    }

    /** Those that are due, if no other node is at it. */
    public List<CallbackDelivery> due(int limit) {
        List<CallbackDelivery> due = database.read(h -> h.createQuery(
                        "select * from callback_delivery where not_before <= :now order by not_before limit :limit")
                .bind("now", clock.millis())
                .bind("limit", limit)
                .map((rs, c) -> delivery(rs))
                .list());
        return due.isEmpty() || !lease.hold() ? List.of() : due;
    }

    public void delivered(CallbackDelivery delivery) {
        database.write(h -> delete(h, delivery));
    }

    /**
     * Waits for the next try, or gives up.
     *
     * @param hopeless whether no further try can help
     * @return whether it was given up
     */
    public boolean failed(CallbackDelivery delivery, String reason, boolean hopeless) {
        int failures = delivery.attempts() + 1;
        boolean last = hopeless || backoff.isLast(failures);
        return database.write(h -> {
            long now = clock.millis();
            if (!last) {
                h.createUpdate("update callback_delivery set attempts = :n, not_before = :at where event_id = :id")
                        .bind("n", failures)
                        .bind("at", now + backoff.after(failures, null).toMillis())
                        .bind("id", delivery.eventId())
                        .execute();
            } else if (delete(h, delivery) == 1) {
                DeadLetters.insert(h, null, SOURCE, reason, Json.write(delivery), now);
            }
            return last;
        });
    }

    /** @param payload of a dead letter of ours */
    static void replay(Handle h, String payload, long now) {
        CallbackDelivery dead = Json.read(payload, CallbackDelivery.class);
        insert(h, new CallbackDelivery(dead.eventId(), dead.projectId(), dead.url(), dead.payload(), 0), now);
    }

    private static int insert(Handle h, CallbackDelivery delivery, long now) {
        return h.createUpdate(
                        """
                        insert into callback_delivery (event_id, project_id, url, payload, not_before, created_at)
                        values (:event, :project, :url, :payload, :now, :now) on conflict (event_id) do nothing
                        """)
                .bind("event", delivery.eventId())
                .bind("project", delivery.projectId())
                .bind("url", delivery.url())
                .bind("payload", delivery.payload())
                .bind("now", now)
                .execute();
    }

    private static int delete(Handle h, CallbackDelivery delivery) {
        return h.createUpdate("delete from callback_delivery where event_id = :id")
                .bind("id", delivery.eventId())
                .execute();
    }

    private static CallbackDelivery delivery(ResultSet rs) throws SQLException {
        return new CallbackDelivery(
                rs.getString("event_id"),
                rs.getString("project_id"),
                rs.getString("url"),
                rs.getString("payload"),
                rs.getInt("attempts"));
    }
}
