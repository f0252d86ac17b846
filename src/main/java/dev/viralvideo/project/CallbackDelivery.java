package dev.viralvideo.project;

/**
 * A result on its way to whoever asked to be told.
 *
 * @param eventId  the same however often it is sent, for de-duplication
 * @param payload  JSON
 * @param attempts how often it has failed
 */
public record CallbackDelivery(String eventId, String projectId, String url, String payload, int attempts) {}
