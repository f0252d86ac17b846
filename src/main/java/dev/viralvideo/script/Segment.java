package dev.viralvideo.script;

import java.util.List;

/**
 * One narrated stretch of the video, shown over one picture.
 *
 * @param index       position in the script, from 0
 * @param number      the number that is shown for an item of a numbered template, else null
 * @param narration   what is spoken
 * @param onScreen    the short title that is shown
 * @param searchTerms what to look for as a picture, most specific first
 * @param source      where the statement comes from ("WordNet 3.1, honeybee%1:05:00", "user"), never empty
 * @param media       files or providers for this segment alone; null where the request's own hold
 */
public record Segment(
        int index,
        Kind kind,
        Integer number,
        String narration,
        String onScreen,
        List<String> searchTerms,
        String source,
        List<String> media) {
    public enum Kind {
        HOOK,
        ITEM,
        OUTRO
    }

    public Segment {
        searchTerms = List.copyOf(searchTerms);
        media = media == null || media.isEmpty() ? null : List.copyOf(media);
    }

    public Segment(
            int index,
            Kind kind,
            Integer number,
            String narration,
            String onScreen,
            List<String> searchTerms,
            String source) {
        this(index, kind, number, narration, onScreen, searchTerms, source, null);
    }

    /** The same, known from elsewhere. */
    public Segment sourced(String other) {
        return new Segment(index, kind, number, narration, onScreen, searchTerms, other, media);
    }

    /** The same with other words to speak. */
    Segment narrated(String words) {
        return new Segment(index, kind, number, words, onScreen, searchTerms, source, media);
    }
}
