package dev.viralvideo.broker;

import java.util.Map;

/**
 * A message on its way to the broker.
 *
 * @param exchange      empty for the default one, which leads to the queue that {@code routingKey} names
 * @param json          the body
 * @param id            stays the same when it is sent again; may be null
 * @param correlationId may be null
 * @param mustArrive    whether it is a failure when no queue takes it
 */
public record Outgoing(
        String exchange,
        String routingKey,
        byte[] json,
        String id,
        String correlationId,
        Map<String, Object> headers,
        boolean mustArrive) {}
