package dev.viralvideo.stock;

import java.util.List;

/**
 * A clip, a picture or a piece of music that a hosted provider offers, the same for all of them.
 *
 * @param id         unique within the provider
 * @param renditions files it can be had as, at least one, in the provider's order
 * @param seconds    length, null for stills or when not told
 * @param text       title and tags: what words can be compared with, may be empty
 * @param usagePing  an address that the provider wants called when the work is used, or null
 */
public record Work(
        String provider,
        String id,
        Kind kind,
        List<Rendition> renditions,
        Double seconds,
        String text,
        Licence licence,
        String usagePing) {
    public enum Kind {
        VIDEO,
        STILL,
        AUDIO
    }

    public Work {
        renditions = List.copyOf(renditions);
    }

    /** The largest that is known: what a crop loses is the same for all. */
    public Rendition largest() {
        Rendition largest = renditions.get(0);
        for (Rendition rendition : renditions) {
            if (rendition.sized() && (!largest.sized() || pixels(rendition) > pixels(largest))) {
                largest = rendition;
            }
        }
        return largest;
    }

    private static long pixels(Rendition rendition) {
        return (long) rendition.width() * rendition.height();
    }
}
