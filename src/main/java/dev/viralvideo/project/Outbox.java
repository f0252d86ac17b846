package dev.viralvideo.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Relays events to the outside: at least once, and in order for each project. A lease keeps the nodes from publishing
 * the same events side by side; should two do so all the same, the order of first appearance still holds, because
 * each publishes an event only after those before it.
 */
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final int IN_ONE_QUERY = 500;

    private final Database database;
    private final Clock clock;
    private final NodeLease lease;
    private final ReentrantLock relaying = new ReentrantLock();

    public Outbox(Database database, Clock clock, String worker) {
        this.database = database;
        this.clock = clock;
        this.lease = new NodeLease(database, clock, "relay", worker, LEASE);
    }

    /**
     * Publishes the oldest events that were not, one at a time.
     *
     * @param publisher returns when the event has safely arrived, throws when it has not
     * @return how many were published; 0 when none waits, another node is at it, or nothing can be published
     */
    public int relayBatch(int limit, Consumer<OutboxEvent> publisher) {
        return relayWaves(
                limit,
                wave -> wave.stream().filter(event -> arrives(event, publisher)).toList());
    }

    /** Like {@link #relayBatch}, with events of different projects travelling side by side. */
    public int relayWaves(int limit, EventPublisher publisher) {
        if (!relaying.tryLock()) {
            return 0;
        }
        try {
            if (waiting(1).isEmpty() || !lease.hold()) {
                return 0;
            }
            List<Long> published = publish(waiting(limit), publisher);
            markPublished(published);
            return published.size();
        } finally {
            relaying.unlock();
        }
    }

    /** Age of the oldest event that waits; zero when none does. */
    public Duration age() {
        return waiting(1).stream()
                .map(e -> Duration.between(e.createdAt(), clock.instant()))
                .filter(age -> !age.isNegative())
                .findFirst()
                .orElse(Duration.ZERO);
    }

    /** All events of a project in the order they happened, published or not. */
    public List<OutboxEvent> history(String projectId) {
        return database.read(h -> h.createQuery("select * from outbox where project_id = :id order by id")
                .bind("id", projectId)
                .map((rs, c) -> event(rs))
                .list());
    }

    /** The events of a project that happened after the given one (0 for all), oldest first. */
    public List<OutboxEvent> after(String projectId, long id, int limit) {
        return database.read(h -> h.createQuery(
                        "select * from outbox where project_id = :project and id > :id order by id limit :limit")
                .bind("project", projectId)
                .bind("id", id)
                .bind("limit", limit)
                .map((rs, c) -> event(rs))
                .list());
    }

    /** The id of the newest event of each of these projects, where it has any. */
    public Map<String, Long> newest(Collection<String> projectIds) {
        Map<String, Long> newest = new HashMap<>();
        for (List<String> some : portions(List.copyOf(projectIds))) {
            database.read(h -> h.createQuery(
                                    "select project_id, max(id) from outbox where project_id in (<ids>) group by project_id")
                            .bindList("ids", some)
                            .map((rs, c) -> Map.entry(rs.getString(1), rs.getLong(2)))
                            .list())
                    .forEach(row -> newest.put(row.getKey(), row.getValue()));
        }
        return newest;
    }

    /** Forgets events that were published before then; gives how many. */
    public int purge(Instant before) {
        return database.write(h -> h.createUpdate("delete from outbox where published_at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }

    private List<OutboxEvent> waiting(int limit) {
        return database.read(
                h -> h.createQuery("select * from outbox where published_at is null order by id limit :limit")
                        .bind("limit", limit)
                        .map((rs, c) -> event(rs))
                        .list());
    }

    /** Wave by wave: what comes later in a project leaves only when what came before it has safely arrived. */
    private static List<Long> publish(List<OutboxEvent> events, EventPublisher publisher) {
        List<Long> published = new ArrayList<>();
        List<OutboxEvent> left = events;
        while (!left.isEmpty()) {
            Map<String, OutboxEvent> wave = new LinkedHashMap<>();
            left.forEach(event -> wave.putIfAbsent(event.projectId(), event));
            List<OutboxEvent> arrived = publisher.publish(List.copyOf(wave.values()));
            arrived.forEach(event -> published.add(event.id()));
            if (arrived.isEmpty()) {
                break; // it is not the events, it is the broker
            }
            Set<String> moving = arrived.stream().map(OutboxEvent::projectId).collect(Collectors.toSet());
            left = left.stream()
                    .filter(event -> moving.contains(event.projectId()) && wave.get(event.projectId()) != event)
                    .toList();
        }
        return published;
    }

    private static boolean arrives(OutboxEvent event, Consumer<OutboxEvent> publisher) {
        try {
            publisher.accept(event);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("cannot publish {} of project {}: {}", event.name(), event.projectId(), e.getMessage());
            return false;
        }
    }

    private void markPublished(List<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        long now = clock.millis();
        database.write(h -> {
            for (List<Long> some : portions(ids)) {
                h.createUpdate("update outbox set published_at = :now where id in (<ids>)")
                        .bind("now", now)
                        .bindList("ids", some)
                        .execute();
            }
            return null;
        });
    }

    private static <T> List<List<T>> portions(List<T> all) {
        List<List<T>> portions = new ArrayList<>();
        for (int i = 0; i < all.size(); i += IN_ONE_QUERY) {
            portions.add(all.subList(i, Math.min(all.size(), i + IN_ONE_QUERY)));
        }
        return portions;
    }

    private static OutboxEvent event(ResultSet rs) throws SQLException {
        return new OutboxEvent(
                rs.getLong("id"),
                rs.getString("event_id"),
                rs.getString("project_id"),
                rs.getString("name"),
                rs.getString("payload"),
                Instant.ofEpochMilli(rs.getLong("created_at")));
    }
}
