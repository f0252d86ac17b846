package dev.viralvideo.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.viralvideo.json.Json;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes events into the outbox, inside the transaction that makes them true. */
final class EventLog {
    private static final String INSERT =
            """
            insert into outbox (event_id, project_id, name, payload, created_at)
            values (:eventId, :project, :name, :payload, :now)
            """;

    private EventLog() {}

    static ObjectNode details() {
        return Json.MAPPER.createObjectNode();
    }

    static void append(Handle h, String projectId, ProjectEvent event, ObjectNode details, long now) {
        PreparedBatch batch = batch(h);
        add(batch, projectId, event, details, now);
        batch.execute();
    }

    static PreparedBatch batch(Handle h) {
        return h.prepareBatch(INSERT);
    }

    /** The payload is the details with {@code eventId, event, projectId, at} in front. */
    static void add(PreparedBatch batch, String projectId, ProjectEvent event, ObjectNode details, long now) {
        String eventId = UUID.randomUUID().toString();
        ObjectNode payload = Json.MAPPER
                .createObjectNode()
                .put("eventId", eventId)
                .put("event", event.eventName())
                .put("projectId", projectId)
                .put("at", Instant.ofEpochMilli(now).toString());
        payload.setAll(details);
        batch.bind("eventId", eventId)
                .bind("project", projectId)
                .bind("name", event.eventName())
                .bind("payload", StoredText.json(payload))
                .bind("now", now)
                .add();
    }
}
