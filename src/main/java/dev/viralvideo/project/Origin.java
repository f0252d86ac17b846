package dev.viralvideo.project;

/**
 * Where a request came from.
 *
 * @param source        the edge: {@code folder}, {@code broker}, {@code rest}, {@code cli}
 * @param key           idempotency key, or null
 * @param replyTo       where the final result goes, or null
 * @param correlationId goes back with the reply, or null
 */
public record Origin(String source, String key, String replyTo, String correlationId) {
    public static Origin of(String source) {
        return new Origin(source, null, null, null);
    }
}
