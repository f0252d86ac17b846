package dev.viralvideo.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.viralvideo.broker.Outgoing;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.Json;
import dev.viralvideo.project.Origin;
import dev.viralvideo.project.OutboxEvent;
import dev.viralvideo.project.Project;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The final result of a request, for whoever asked to be told: {@code COMPLETED, FAILED, CANCELLED} or {@code REJECTED}. */
final class Replies {
    private static final Set<String> FINAL = Set.of("project.completed", "error.occurred");
    private static final String DEFAULT_EXCHANGE = "";

    private Replies() {}

    static boolean isFinal(OutboxEvent event) {
        return FINAL.contains(event.name());
    }

    static Optional<Outgoing> of(OutboxEvent event, Project project) {
        Origin origin = new Origin(project.source(), null, project.replyTo(), project.correlationId());
        return message(origin, event.eventId(), body(event, project));
    }

    /** What is told of a final event. */
    static ObjectNode body(OutboxEvent event, Project project) {
        ObjectNode told = Json.read(event.payload(), ObjectNode.class);
        String failed = "CANCELLED".equals(told.at("/error/code").asText()) ? "CANCELLED" : "FAILED";
        ObjectNode reply = Json.MAPPER
                .createObjectNode()
                .put("status", told.has("error") ? failed : "COMPLETED")
                .put("projectId", project.id())
                .put("topic", project.topic());
        told.remove("event");
        reply.setAll(told);
        return reply;
    }

    static Optional<Outgoing> rejected(Origin origin, Failure reason) {
        ObjectNode reply = Json.MAPPER.createObjectNode().put("status", "REJECTED");
        reply.putObject("error")
                .put("category", reason.category().name())
                .put("code", reason.code())
                .put("message", reason.getMessage());
        return message(origin, null, reply);
    }

    /** Nobody may be there any more to take it: then it is dropped. */
    private static Optional<Outgoing> message(Origin origin, String id, ObjectNode reply) {
        String queue = origin.replyTo();
        if (queue == null || queue.isBlank() || BrokerNames.isOurs(queue)) {
            return Optional.empty();
        }
        byte[] json = Json.write(reply).getBytes(StandardCharsets.UTF_8);
        return Optional.of(new Outgoing(DEFAULT_EXCHANGE, queue, json, id, origin.correlationId(), Map.of(), false));
    }
}
