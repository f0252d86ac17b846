package dev.viralvideo.media;

import dev.viralvideo.stock.Licence;
import java.util.List;

/**
 * A found picture for a segment. {@code file} is a claim check: where the media lies, never its bytes.
 *
 * @param provider    {@code local}, {@code backdrop}, {@code pexels}, …
 * @param id          unique within the provider
 * @param file        absolute path; for a backdrop the file of its first layer
 * @param width       displayed width in pixels (after rotation), null when unknown
 * @param height      displayed height in pixels (after rotation), null when unknown
 * @param seconds     length of a video, null for stills and backdrops
 * @param layers      only for a backdrop: bottom first
 * @param score       0 to 1, with its parts by name, so that a user can see why it was taken
 * @param searchTerms the query that found it
 */
public record Clip(
        String provider,
        String id,
        Kind kind,
        String file,
        Integer width,
        Integer height,
        Double seconds,
        List<Layer> layers,
        Licence licence,
        Score score,
        String searchTerms) {
    public enum Kind {
        VIDEO,
        STILL,
        BACKDROP
    }

    public Clip {
        layers = layers == null ? List.of() : List.copyOf(layers);
    }
}
