package dev.viralvideo.pipeline;

import java.util.List;

/** A stage that failed and is tried again after its back-off. */
public record Retry(long millis, List<Hint> hints) {}
