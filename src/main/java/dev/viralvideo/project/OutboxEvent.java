package dev.viralvideo.project;

import java.time.Instant;

/**
 * An event that is, or was, on its way to the outside.
 *
 * @param id      grows in the order in which the events of one project happened
 * @param eventId stays the same when the event is published again, for de-duplication
 * @param name    for example {@code script.generated}: the routing key
 * @param payload JSON
 */
public record OutboxEvent(long id, String eventId, String projectId, String name, String payload, Instant createdAt) {}
