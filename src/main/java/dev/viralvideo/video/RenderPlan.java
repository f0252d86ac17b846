package dev.viralvideo.video;

import java.util.List;

/**
 * Everything that turns a timeline into a file. The segments may run in any order and at the same time, on any
 * machine that sees the work folder; {@code longestFirst} keeps the workers evenly busy. The join comes last.
 */
public record RenderPlan(List<RenderStep> segments, RenderStep join) {
    public RenderPlan {
        segments = List.copyOf(segments);
    }

    public List<RenderStep> longestFirst() {
        return segments.stream()
                .sorted((a, b) -> Long.compare(b.command().frames(), a.command().frames()))
                .toList();
    }
}
