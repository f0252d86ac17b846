package dev.viralvideo.video.output;

import dev.viralvideo.script.Script;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that goes into an output package.
 *
 * @param projectId becomes part of the folder's name
 * @param video     the finished file, which passed the quality gate
 * @param thumbnail a JPEG
 */
public record Delivery(
        String projectId,
        Path video,
        Path thumbnail,
        String srt,
        String vtt,
        Script script,
        List<Credit> credits,
        Report report) {
    public Delivery {
        credits = List.copyOf(credits);
    }
}
