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
 */
public record Segment(
        int index,
        Kind kind,
        Integer number,
        String narration,
        String onScreen,
        List<String> searchTerms,
        String source) {
    public enum Kind {
        HOOK,
        ITEM,
        OUTRO
    }

    public Segment {
        searchTerms = List.copyOf(searchTerms);
    }
}
