package dev.viralvideo.media;

import dev.viralvideo.intake.Aspect;
import dev.viralvideo.script.Segment;
import java.util.List;

/**
 * What a segment needs as its picture.
 *
 * @param projectId   for the work folder
 * @param index       of the segment
 * @param kind        of the segment: it decides what else is in the frame
 * @param searchTerms most specific first
 * @param title       the segment's on-screen text
 * @param seconds     estimated length of the shot
 * @param media       the request's own files, folders or providers, may be empty
 * @param palette     the template's colours as {@code #rrggbb}: background, second background, accent, text
 * @param seed        of the project
 * @param motion      how much a clip is wanted rather than a still, 0 (alike) to 1 (a still only for want of a clip)
 */
public record ShotNeed(
        String projectId,
        int index,
        Segment.Kind kind,
        List<String> searchTerms,
        String title,
        double seconds,
        Aspect aspect,
        List<String> media,
        List<String> palette,
        long seed,
        double motion) {
    public ShotNeed {
        searchTerms = List.copyOf(searchTerms);
        media = List.copyOf(media);
        palette = List.copyOf(palette);
    }
}
