package dev.viralvideo.media;

/**
 * A picture that a provider offers for one segment, before it is ranked and fetched; the same for the user's files and
 * for hosted providers.
 *
 * @param provider  {@code local}, {@code pexels}, …
 * @param id        unique within the provider and the same for the same content (a content hash for local files)
 * @param kind      {@code VIDEO} or {@code STILL}
 * @param source    absolute path of a local file, or the URL to fetch
 * @param width     displayed width in pixels, null when the provider does not tell
 * @param height    displayed height in pixels, null when the provider does not tell
 * @param seconds   length of a video, null for stills or when not told
 * @param text      file name, title and tags: what its words can be compared with
 * @param query     the search terms that found it
 * @param rank      position in the provider's own answer, from 0
 * @param relevance 0 to 1 when the provider matched it itself, null: then it is judged by {@code text} and rank
 */
public record Candidate(
        String provider,
        String id,
        Clip.Kind kind,
        String source,
        Integer width,
        Integer height,
        Double seconds,
        String text,
        String query,
        int rank,
        Double relevance,
        Licence licence) {

    /** The key under which a picture counts as the same: it is never shown twice in a video. */
    public String key() {
        return provider + ":" + id;
    }

    Clip scored(Score score) {
        return new Clip(provider, id, kind, source, width, height, seconds, null, licence, score, query);
    }
}
