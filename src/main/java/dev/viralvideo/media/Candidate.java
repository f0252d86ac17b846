package dev.viralvideo.media;

import dev.viralvideo.stock.Licence;
import dev.viralvideo.stock.Rendition;
import dev.viralvideo.stock.Work;
import java.util.HashSet;
import java.util.Set;

/**
 * A picture that a provider offers for one segment, before it is ranked and fetched; the same for the user's files and
 * for hosted providers.
 *
 * @param provider  {@code local}, {@code pexels}, …
 * @param id        unique within the provider and the same for the same content (a content hash for local files)
 * @param kind      {@code VIDEO} or {@code STILL}
 * @param source    absolute path of a local file, or the URL of its largest rendition
 * @param width     displayed width in pixels, null when the provider does not tell
 * @param height    displayed height in pixels, null when the provider does not tell
 * @param seconds   length of a video, null for stills or when not told
 * @param text      file name, title and tags: what its words can be compared with
 * @param query     the search terms that found it
 * @param rank      position in the provider's own answer, from 0
 * @param relevance 0 to 1 when the provider matched it itself, null: then it is judged by {@code text} and rank
 * @param work      what a hosted provider offers, with all its renditions; null for the user's own file
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
        Licence licence,
        Work work) {
    /** A hosted work; {@code rank} is its position in the provider's answer. */
    public static Candidate of(Work work, String query, int rank) {
        Rendition largest = work.largest();
        return new Candidate(
                work.provider(),
                work.id(),
                work.kind() == Work.Kind.VIDEO ? Clip.Kind.VIDEO : Clip.Kind.STILL,
                largest.url(),
                largest.width(),
                largest.height(),
                work.seconds(),
                work.text(),
                query,
                rank,
                null,
                work.licence(),
                work);
    }

    /** The key under which a picture counts as the same: it is never shown twice in a video. */
    public String key() {
        return provider + ":" + id;
    }

    /** Everything by which two candidates are known to be one: another provider may offer the very same file. */
    Set<String> identities() {
        Set<String> identities = new HashSet<>(Set.of(key()));
        if (work != null) {
            work.renditions().forEach(rendition -> identities.add(rendition.url()));
            if (licence.pageUrl() != null) {
                identities.add(licence.pageUrl());
            }
        }
        return identities;
    }

    /** As a clip that lies in a file, of which {@code width}, {@code height} and {@code seconds} were measured. */
    public Clip clip(Score score, String file, Integer width, Integer height, Double seconds) {
        return new Clip(provider, id, kind, file, width, height, seconds, null, licence, score, query);
    }
}
