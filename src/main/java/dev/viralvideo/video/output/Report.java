package dev.viralvideo.video.output;

import dev.viralvideo.costs.Spent;
import dev.viralvideo.media.Score;
import dev.viralvideo.stock.Licence;
import dev.viralvideo.video.quality.Measurements;
import java.util.List;
import java.util.Map;

/**
 * What {@code report.json} tells: where everything came from, what was done instead of what, and how good it is.
 *
 * @param writer       who wrote the script
 * @param voice        who spoke; the settings say who was asked to
 * @param settings     what the result depends on, by name
 * @param versions     of this program, FFmpeg and the voice
 * @param inputs       every file that went in
 * @param skipped      files that could not be used, each with the reason
 * @param degradations every fallback that was taken
 * @param stageSeconds wall time of each stage
 * @param cost         of the providers that were asked for this video
 * @param licence      under which the video must be passed on, because a work in it demands so; else null
 */
public record Report(
        String projectId,
        String topic,
        String template,
        String writer,
        String voice,
        long seed,
        Map<String, String> settings,
        Map<String, String> versions,
        List<SegmentReport> segments,
        String music,
        List<InputFile> inputs,
        List<String> skipped,
        List<String> degradations,
        Map<String, Double> stageSeconds,
        Spent cost,
        Measurements measurements,
        String licence) {
    /**
     * One segment's picture.
     *
     * @param start  seconds from the start of the video
     * @param file   name of the file, without its folder
     * @param source where its statement comes from
     */
    public record SegmentReport(
            int index,
            double start,
            double end,
            String onScreen,
            String source,
            String provider,
            String id,
            String kind,
            String file,
            Licence licence,
            Score score,
            String searchTerms) {}

    /** @param sha256 in hexadecimal */
    public record InputFile(String name, String sha256, long bytes) {}
}
