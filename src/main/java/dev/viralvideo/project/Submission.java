package dev.viralvideo.project;

import dev.viralvideo.intake.Request;

/**
 * A valid request on its way into the database.
 *
 * @param key           idempotency key: a second submission with the same one gives the same project; may be null
 * @param source        the edge it came in by: {@code folder}, {@code broker}, {@code rest}, {@code cli}; may be null
 * @param replyTo       where the final result goes; may be null
 * @param correlationId goes back with the reply; may be null
 */
public record Submission(Request request, String key, String source, String replyTo, String correlationId) {
    public static Submission from(Request request, Origin origin) {
        return new Submission(request, origin.key(), origin.source(), origin.replyTo(), origin.correlationId());
    }

    public static Submission of(Request request, String key) {
        return new Submission(request, key, null, null, null);
    }
}
