package dev.viralvideo.video;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that turns a timeline into a file. The segments may run in any order and at the same time, on any
 * machine that sees the work folder, and so may the thumbnail's frame. The join comes last.
 */
public record RenderPlan(List<RenderStep> segments, RenderStep thumbnail, RenderStep join) {
    public RenderPlan {
        segments = List.copyOf(segments);
    }

    /**
     * All but the join, in the order that keeps the workers evenly busy. The thumbnail's frame is least work: it is for
     * the worker that would have nothing to do while another is at the last segment.
     */
    public List<RenderStep> longestFirst() {
        Stream<RenderStep> sorted = segments.stream()
                .sorted((a, b) -> Long.compare(b.command().frames(), a.command().frames()));
        return Stream.concat(sorted, Stream.of(thumbnail)).toList();
    }
}
