package dev.viralvideo.media;

import java.util.List;

/**
 * The media stage's result: one clip for each segment, in order.
 *
 * @param skipped      files that could not be used, each with its name and the reason
 * @param degradations every fallback that was taken
 */
public record MediaAssets(List<Clip> clips, List<String> skipped, List<String> degradations) {
    public MediaAssets {
        clips = List.copyOf(clips);
        skipped = List.copyOf(skipped);
        degradations = List.copyOf(degradations);
    }
}
