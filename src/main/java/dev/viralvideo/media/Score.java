package dev.viralvideo.media;

import java.util.Map;

/** How well a clip fits a segment: the sum and its named parts, all from 0 to 1. */
public record Score(double total, Map<String, Double> parts) {
    public Score {
        parts = Map.copyOf(parts);
    }
}
